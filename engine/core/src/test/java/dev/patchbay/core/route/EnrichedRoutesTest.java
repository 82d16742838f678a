package dev.patchbay.core.route;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.computed;
import static dev.patchbay.core.mapping.Drafts.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.enrich.EnricherRig;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.Sample;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that fetch: what they may read, and what their previews show. */
class EnrichedRoutesTest {
  private static final Envelope EVENT = Sample.request("e", "{'id':'7','reporter':{'id':'1'}}");

  private final EnricherRig rig = new EnricherRig(new SteppedClock());
  private final Previewer previewer = new Previewer(Routes.COMPILER, rig.enricher());

  @Test
  void columnsAndExpressionsReadWhatWasFetched() {
    rig.users.has("/users/1", "{'name':'Ada','age':36,'tags':['a','b'],'gone':null}");
    assertThat(
            cells(
                column("/enriched/user/name", CellType.TEXT),
                column("/enriched/user/age", CellType.INTEGER),
                column("/enriched/user/tags", CellType.TEXT),
                column("/enriched/user/gone", CellType.TEXT),
                column("/enriched/user/other", CellType.TEXT),
                computed("greeting", "'Hello ' + enriched.user.name", CellType.TEXT),
                computed("none", "enriched.user.other", CellType.TEXT)))
        .containsExactly("7", "Ada", "36", "a, b", "", null, "Hello Ada", null);
  }

  @Test
  void aValueThatDoesNotFitIsAFaultOfItsCell() {
    rig.users.has("/users/1", "{'age':'many'}");
    var cell = preview(column("/enriched/user/age", CellType.INTEGER)).cells().getLast();
    assertThat(cell.error()).contains("many");
  }

  @Test
  void anEventsOwnAttributeIsNotTakenForWhatWasFetched() {
    var attribute = column("/enriched", CellType.TEXT);
    rig.users.has("/users/1", "{'name':'Ada'}");
    assertThat(cells(attribute, column("/enriched/user/name", CellType.TEXT)))
        .containsExactly("7", null, "Ada");
  }

  @Test
  void aPreviewTellsWhyACellHasNothing() {
    rig.users.goesDown();
    var name = column("/enriched/user/name", CellType.TEXT);
    var shout = computed("shout", "enriched.user.name.upperAscii()", CellType.TEXT);
    assertThat(preview(name).cells().getLast().error())
        .isEqualTo("'user' is missing: Service 'users': it does not answer; see that it runs");
    assertThat(preview(column("/data/title", CellType.TEXT)).cells().getLast().error()).isNull();
    assertThat(errors(shout)).hasSize(1);
  }

  @Test
  void aPreviewTellsWhatIsMissingAndWhatCannotBeAsked() {
    var name = column("/enriched/user/name", CellType.TEXT);
    assertThat(preview(name).cells().getLast().error())
        .contains("service 'users' has no such thing");
    var faulty = Sample.request("e", "{'id':'7','reporter':{'id':'..'}}");
    var row = previewer.preview(draft(name), List.of(faulty)).rows().getFirst();
    assertThat(row.error()).contains("'user'", "'users'", "/data/reporter/id");
    var silent = Sample.request("e", "{'id':'7'}");
    assertThat(previewer.preview(draft(name), List.of(silent)).rows().getFirst().cells())
        .contains(new Preview.Cell("name", null, null));
  }

  @Test
  void aPreviewMayAskNobody() {
    rig.users.has("/users/1", "{'name':'Ada'}");
    var draft = draft(column("/enriched/user/name", CellType.TEXT));
    var row = previewer.previewUnfetched(draft, List.of(EVENT)).rows().getFirst();
    assertThat(row.cells().getLast().text()).isNull();
    assertThat(row.cells().getLast().error()).contains("not fetched in this preview");
    assertThat(rig.users.calls()).isEmpty();
  }

  @Test
  void onlyEnrichmentsOfTheRouteCanBeRead() {
    assertThat(errors(column("/enriched/other/name", CellType.TEXT)))
        .containsExactly(
            new FieldError(
                "/columns/0/source", "names no enrichment of this route: /enriched/other/name"));
    assertThat(errors(computed("x", "enriched.other.name", CellType.TEXT)))
        .extracting(FieldError::message)
        .containsExactly("asks for /enriched/other, an enrichment that this route does not have");
  }

  @Test
  void filtersAndKeysDoNotSeeWhatIsFetched() {
    var name = column("/enriched/user/name", CellType.TEXT);
    var filtered =
        route("enriched.user.name == 'Ada'", RouteState.ACTIVE, name)
            .withEnrichments(List.of(user("/users/{/data/reporter/id}")));
    assertThat(faults(filtered))
        .containsExactly(
            new FieldError(
                "/filter",
                "asks for what is fetched after events were filtered; use fields of the event"));
    var draft = draft(name);
    var keyed =
        new RouteDraft(
            draft.name(),
            draft.eventTypes(),
            null,
            "/enriched/user/id",
            draft.connector(),
            draft.target(),
            draft.mode(),
            draft.columns(),
            draft.state(),
            draft.enrichments());
    assertThat(faults(keyed))
        .containsExactly(
            new FieldError(
                "/key",
                "is read when an event comes in, before anything is fetched; name a field of the"
                    + " event"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User|users|/users/{/data/id}|60|/enrichments/0/name",
        "user-1|users|/users/{/data/id}|60|/enrichments/0/name",
        "user|' '|/users/{/data/id}|60|/enrichments/0/service",
        "user|users|users/{/data/id}|60|/enrichments/0/path",
        "user|users|/users/{/data/nothing}|60|/enrichments/0/path",
        "user|users|/users/{/enriched/user/id}|60|/enrichments/0/path",
        "user|users|/users/{/data/id}|-1|/enrichments/0/keepSeconds",
        "user|users|/users/{/data/id}|86401|/enrichments/0/keepSeconds"
      })
  void aFaultyEnrichmentIsNamedByField(
      String name, String service, String path, int keep, String field) {
    var faulty = new Enrichment(name, service, path, WhenUnavailable.WAIT, keep);
    var draft = route(column("/data/title", CellType.TEXT)).withEnrichments(List.of(faulty));
    assertThat(faults(draft)).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void namesAreTakenOnceAndEnrichmentsAreFew() {
    var user = user("/users/{/data/reporter/id}");
    var twice = route(column("/data/title", CellType.TEXT)).withEnrichments(List.of(user, user));
    assertThat(faults(twice)).extracting(FieldError::field).containsExactly("/enrichments/1/name");
    var many =
        route(column("/data/title", CellType.TEXT)).withEnrichments(Collections.nCopies(11, user));
    assertThat(faults(many)).extracting(FieldError::field).contains("/enrichments");
  }

  @Test
  void whatIsLeftOutHasAUsualValue() throws IOException {
    var json = "{\"name\":\"user\",\"service\":\"users\",\"path\":\"/users\"}";
    assertThat(new ObjectMapper().readValue(json, Enrichment.class))
        .isEqualTo(new Enrichment("user", "users", "/users", WhenUnavailable.WAIT, 60));
  }

  private List<String> cells(ColumnMapping... columns) {
    return preview(columns).cells().stream().map(Preview.Cell::text).toList();
  }

  private Preview.Row preview(ColumnMapping... columns) {
    var preview = previewer.preview(draft(columns), List.of(EVENT));
    assertThat(preview.errors()).isEmpty();
    return preview.rows().getFirst();
  }

  private static List<FieldError> errors(ColumnMapping... columns) {
    return faults(draft(columns));
  }

  private static List<FieldError> faults(RouteDraft draft) {
    return switch (Routes.COMPILER.check(draft)) {
      case RouteCompiler.Compiled _ -> List.of();
      case RouteCompiler.Faults(var errors) -> errors;
    };
  }

  private static RouteDraft draft(ColumnMapping... columns) {
    return route(columns).withEnrichments(List.of(user("/users/{/data/reporter/id}")));
  }

  private static Enrichment user(String path) {
    return new Enrichment("user", "users", path, WhenUnavailable.WAIT, 60);
  }
}
