package dev.patchbay.core.route;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static dev.patchbay.core.route.Routes.compiled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.Sample;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
  private static final ColumnMapping STATUS = column("/data/status", CellType.TEXT);

  @Test
  void putsAnEventOnTheLaneOfItsKey() {
    var router = router(compiled(1, route(STATUS), 10, 11, 12), compiled(2, route(STATUS), 20));
    var match = router.match(Sample.request("e", "{'id':'r-1'}"));
    assertThat(match.faults()).isEmpty();
    assertThat(match.routed()).extracting(Routed::route).containsExactly(1, 2);
    assertThat(match.routed()).extracting(Routed::key).containsOnly("r-1");
    assertThat(match).isEqualTo(router.match(Sample.request("f", "{'id':'r-1'}")));
  }

  @Test
  void spreadsKeysOverAllLanesTheSameWayEverywhere() {
    var router = router(compiled(1, route(STATUS), 0, 1, 2, 3));
    var seen = new TreeSet<Integer>();
    for (int i = 0; i < 100; i++) {
      seen.add(lane(router, "key-" + i));
    }
    assertThat(seen).containsExactly(0, 1, 2, 3);
    assertThat(List.of(lane(router, "a"), lane(router, "b"), lane(router, "101000002107")))
        .containsExactly(1, 2, 1);
  }

  @Test
  void ignoresOtherTypesAndWhatTheFilterLeavesOut() {
    var router = router(compiled(1, filtered("data.status == 'open' && data.version > 2"), 1));
    assertThat(routed(router, "{'id':'1','status':'open','version':3}")).isEqualTo(1);
    assertThat(routed(router, "{'id':'1','status':'open','version':2}")).isZero();
    assertThat(routed(router, "{'id':'1','status':'open'}")).isZero();
    assertThat(router.match(Sample.event("e", "user.created", "{'id':'1'}")).routed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/data/id is the row key and must be text or a number (route 'requests')",
        "{'id':null}|/data/id is the row key and must be text or a number (route 'requests')",
        "{'id':''}|/data/id is the row key and must have 1 to 512 characters (route 'requests')",
        "{'id':'a\\u0000'}|/data/id is the row key and must not hold control characters (route"
            + " 'requests')"
      })
  void quarantinesWhatHasNoKey(String data, String fault) {
    var match = router(compiled(1, route(STATUS), 1)).match(Sample.request("e", data));
    assertThat(match).isEqualTo(new Router.Match(List.of(), List.of(fault)));
  }

  @Test
  void quarantinesWhatAFilterCannotJudge() {
    var router = router(compiled(1, filtered("data.status > 3"), 1));
    var match = router.match(Sample.request("e", "{'id':'1','status':'open'}"));
    assertThat(match.routed()).isEmpty();
    assertThat(match.faults())
        .singleElement()
        .asString()
        .startsWith("the filter of route 'requests' cannot be evaluated: ");
  }

  @Test
  void countsForShadowedRoutesAndDeliversForPausedOnes() {
    var router =
        router(
            compiled(1, route(null, RouteState.SHADOW, STATUS), 1),
            compiled(2, route(null, RouteState.PAUSED, STATUS), 2));
    assertThat(router.match(Sample.request("e", "{'id':'1'}")).routed())
        .containsExactly(new Routed(2, 2, "1"));
    assertThat(router.shadowed(1)).isEqualTo(1);
    assertThat(router.shadowed(2)).isZero();
  }

  @Test
  void namesTheFaultsOfADraft() {
    var draft =
        new RouteDraft(
            "r",
            List.of("request.created", "nope"),
            "data.statuss == 'x'",
            "/data/idd",
            "c",
            Map.of(),
            WriteMode.APPEND,
            List.of(STATUS),
            RouteState.ACTIVE);
    assertThat(faults(draft))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("/eventTypes/1", "/filter", "/key");
    assertThat(faults(filtered("data.title")))
        .isEmpty(); // a field may hold true or false: its contract is open
    assertThat(faults(filtered("1 + 1"))).extracting(FieldError::field).containsExactly("/filter");
  }

  private static List<FieldError> faults(RouteDraft draft) {
    return Routes.COMPILER.check(draft) instanceof RouteCompiler.Faults(var errors)
        ? errors
        : List.of();
  }

  private static RouteDraft filtered(@Nullable String filter) {
    return route(filter, RouteState.ACTIVE, STATUS);
  }

  private static Router router(Route... routes) {
    return new Router(new RouteTable(List.of(routes)));
  }

  private static int routed(Router router, String data) {
    return router.match(Sample.request("e", data)).routed().size();
  }

  private static int lane(Router router, String key) {
    return router.match(Sample.request("e", "{'id':'" + key + "'}")).routed().getFirst().lane();
  }
}
