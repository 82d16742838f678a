package dev.patchbay.server.rest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.RawCall;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /connectors}. */
@ExtendWith(SharedHub.class)
class ConnectorsIT {
  private final Workplace work;
  private final ApiCaller admin;
  private final String path;

  ConnectorsIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.path = "/connectors/" + work.name();
  }

  @Test
  void aConnectorIsCreatedReadChangedAndDeleted() {
    var created = admin.post("/connectors", work.connector());
    var view = created.as(201, ConnectorView.class);
    assertThat(view)
        .isEqualTo(
            new ConnectorView(
                work.name(),
                "google-sheets",
                Map.of(),
                List.of("service-account-key"),
                true,
                ConnectorState.UP,
                null,
                null,
                Guarantee.IDEMPOTENT,
                0,
                1));
    var read = work.hub().as(Role.VIEWER).get(path);
    assertThat(read.as(200, ConnectorView.class)).isEqualTo(view);
    assertThat(read.tag()).isEqualTo(created.tag());
    assertThat(admin.get("/connectors").page(ConnectorView.class).items()).contains(view);

    var changed = admin.put(path, created.tag(), with(Map.of("calls-per-minute", "30"), true));
    assertThat(changed.as(200, ConnectorView.class).settings())
        .isEqualTo(Map.of("calls-per-minute", "30"));
    assertThat(changed.as(200, ConnectorView.class).secretsSet())
        .containsExactly("service-account-key");

    assertThat(admin.delete(path, changed.tag()).status()).isEqualTo(204);
    admin.get(path).problem(404);
    admin.delete(path, changed.tag()).problem(404);
  }

  @Test
  void aChangeNeedsTheVersionThatItWasMadeFor() {
    var first = admin.post("/connectors", work.connector()).tag();
    var second = admin.put(path, first, with(Map.of(), true)).tag();
    assertThat(second).isNotEqualTo(first);
    admin.put(path, first, with(Map.of(), true)).problem(412);
    admin.delete(path, first).problem(412);
    admin.send(admin.with("PUT", path, "application/json", with(Map.of(), true))).problem(428);
    admin.delete(path).problem(428);
    assertThat(admin.put(path, "W/\"2\"", with(Map.of(), true)).faults(400))
        .containsExactly("If-Match");
    assertThat(admin.put(path, "*", with(Map.of(), true)).faults(400)).containsExactly("If-Match");
    assertThat(admin.get(path).tag()).isEqualTo(second);
  }

  @Test
  void aNameIsTakenOnce() {
    admin.post("/connectors", work.connector()).as(201, ConnectorView.class);
    assertThat(admin.post("/connectors", work.connector()).problem(409).detail())
        .contains(work.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'x','type':'google-sheets','enabled':true,'colour':'red'}|/colour",
        "{'type':'google-sheets','enabled':true}|/name",
        "{'name':null,'type':'google-sheets','enabled':true}|/name",
        "{'name':'x','type':'google-sheets','enabled':'yes'}|/enabled",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':[]}|/settings",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':{'a/b':null}}|/settings/a~1b",
        "{'name':'x','type':'fax','enabled':true}|/type",
        "{'name':'-x','type':'google-sheets','enabled':true}|/name",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':{'speed':'1'}}|/settings/speed",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':{'calls-per-minute':'many'}}"
            + "|/settings/calls-per-minute",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':{'root-url':'ftp://x'}}"
            + "|/settings/root-url",
        "{'name':'x','type':'google-sheets','enabled':true,'settings':{'oauth-client-secret':'s'}}"
            + "|/settings/oauth-client-secret",
        "{'name':'x','type':'google-sheets','enabled':true,'secrets':{'password':'s'}}"
            + "|/secrets/password",
        "[]|``",
        "{'name':'x',|``",
        "{'name':'x','name':'y'}|``",
        "{} {}|``",
        "``|``"
      })
  void aFaultyDraftIsRefusedByField(String draft, String field) {
    assertThat(admin.post("/connectors", draft.replace('\'', '"')).faults(400)).contains(field);
    admin.get("/connectors/x").problem(404);
  }

  @Test
  void aNameAndATypeStay() {
    var tag = admin.post("/connectors", work.connector()).tag();
    var renamed = new ConnectorDraft("other", "google-sheets", Map.of(), Map.of(), true);
    assertThat(admin.put(path, tag, renamed).faults(400)).containsExactly("/name");
    var retyped = new ConnectorDraft(work.name(), "fax", Map.of(), Map.of(), true);
    assertThat(admin.put(path, tag, retyped).faults(400)).containsExactly("/type");
  }

  @Test
  void whatIsNoPartOfACallIsRefused() {
    assertThat(admin.get("/connectors?sort=name&limit=5").faults(400))
        .containsExactlyInAnyOrder("sort", "limit");
    assertThat(admin.get("/connectors?a%7Cb=%7B").faults(400)).containsExactly("a|b");
    var wrongMethod = admin.send(admin.with("PUT", "/connectors", "application/json", "{}"));
    wrongMethod.problem(405);
    assertThat(wrongMethod.header("Allow").orElse("")).contains("GET", "POST");
    admin.post("/connectors", "text/plain", "{}").problem(415);
    admin.send(admin.request("/connectors").header("Accept", "text/html").GET()).problem(406);
    assertThat(admin.post("/connectors", "////", "{}").faults(400)).containsExactly("Content-Type");
    assertThat(admin.send(admin.request("/connectors").header("Accept", "////").GET()).faults(400))
        .containsExactly("Accept");
    admin.get("/connections").problem(404);
    admin.get("//api/v2/integration/connectors").problem(404);
    admin.post("/connectors", " ".repeat((4 << 20) + 1)).problem(413);
  }

  @Test
  void anAddressThatIsNoUriIsTheCallersFault() throws IOException {
    for (var query : List.of("text=a|b", "text=%", "text=%zz", "text={x}", "text=\u00fc")) {
      try (var call = new RawCall(admin.root())) {
        var answer =
            call.head(
                    "GET /api/v1/integration/deliveries?" + query + " HTTP/1.1",
                    "Authorization: Bearer " + admin.key().orElseThrow())
                .answer();
        assertThat(answer).as(query).matches("(?s)HTTP/1.1 [24]00 .*");
      }
    }
  }

  @Test
  void whileItIsPausedItsDeliveriesWait() {
    work.opened();
    var support = work.hub().as(Role.SUPPORT);
    var paused = support.post(path + "/pause").as(200, ConnectorView.class);
    assertThat(paused.state()).isEqualTo(ConnectorState.PAUSED);
    assertThat(paused.stateReason()).isEqualTo("Paused by support");
    work.post(List.of(work.event("1", "waits")));
    work.await(DeliveryState.PENDING, 1);
    Eventually.soon()
        .passes(() -> assertThat(admin.get(path).as(200, ConnectorView.class).held()).isEqualTo(1));
    assertThat(work.deliveries().getFirst().heldBy()).isNotNull();

    var resumed = support.post(path + "/resume").as(200, ConnectorView.class);

    assertThat(resumed.state()).isEqualTo(ConnectorState.UP);
    work.await(DeliveryState.DELIVERED, 1);
    assertThat(support.post(path + "/trigger").as(200, ConnectorView.class).name())
        .isEqualTo(work.name());
  }

  @Test
  void switchedOffItHoldsUntilItIsSwitchedOn() {
    work.opened();
    var off = admin.put(path, admin.get(path).tag(), with(Map.of(), false));
    assertThat(off.as(200, ConnectorView.class).state()).isEqualTo(ConnectorState.DISABLED);
    work.post(List.of(work.event("1", "waits")));
    work.await(DeliveryState.PENDING, 1);
    admin.put(path, off.tag(), with(Map.of(), true)).as(200, ConnectorView.class);
    work.await(DeliveryState.DELIVERED, 1);
  }

  @Test
  void aRefusedCredentialHoldsDeliveriesUntilItIsMended() {
    var good = work.connector();
    var key = good.secrets().getOrDefault("service-account-key", "");
    var refused = key.replaceAll("(\"client_email\"\\s*:\\s*\")", "$1nobody-");
    var draft =
        new ConnectorDraft(
            work.name(), good.type(), Map.of(), Map.of("service-account-key", refused), true);
    admin.post("/connectors", draft).as(201, ConnectorView.class);
    admin.post("/routes", work.route()).as(201, RouteView.class);
    var check = admin.post(path + "/check").as(200, CheckResult.class);
    assertThat(check.ok()).isFalse();
    work.post(List.of(work.event("1", "waits")));
    Eventually.soon()
        .passes(
            () ->
                assertThat(admin.get(path).as(200, ConnectorView.class).state())
                    .isEqualTo(ConnectorState.CREDENTIAL_REFUSED));

    admin.put(path, admin.get(path).tag(), good).as(200, ConnectorView.class);

    work.await(DeliveryState.DELIVERED, 1);
    assertThat(admin.get(path).as(200, ConnectorView.class).state()).isEqualTo(ConnectorState.UP);
  }

  @Test
  void itDescribesATarget() {
    work.opened();
    work.post(List.of(work.event("1", "t")));
    work.await(DeliveryState.DELIVERED, 1);
    var target = Map.of("spreadsheet", work.spreadsheet(), "tab", "Requests");
    var viewer = work.hub().as(Role.VIEWER);

    var found = viewer.post(path + "/describe", target).as(200, TargetDescription.class);

    assertThat(found.columns())
        .containsExactly(
            new TargetDescription.Column("A", "Id", "id"),
            new TargetDescription.Column("B", "Title", "title"),
            new TargetDescription.Column("C", "Comments", "comments"));
    assertThat(viewer.post(path + "/describe", Map.of("tab", "x")).faults(400))
        .containsExactly("/spreadsheet");
    assertThat(viewer.post(path + "/describe", "{'x':1}".replace('\'', '"')).faults(400))
        .containsExactly("/x");
    viewer.post(path + "/describe", Map.of("spreadsheet", "0".repeat(44), "tab", "x")).problem(409);
    viewer.post("/connectors/nobody/describe", target).problem(404);
  }

  @Test
  void oneThatRoutesUseStays() {
    work.opened();
    assertThat(admin.delete(path, admin.get(path).tag()).problem(409).detail())
        .contains("routes write through it", work.name());
  }

  @ParameterizedTest
  @CsvSource({"check", "pause", "resume", "trigger"})
  void aCommandToNobodyIsNotFound(String command) {
    work.hub().as(Role.SUPPORT).post("/connectors/nobody/" + command).problem(404);
  }

  private ConnectorDraft with(Map<String, String> settings, boolean enabled) {
    return new ConnectorDraft(work.name(), "google-sheets", settings, Map.of(), enabled);
  }
}
