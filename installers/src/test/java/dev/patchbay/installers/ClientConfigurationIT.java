package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the connector form, the route list and the mapping editor ask of the hub. */
@ExtendWith(SharedHub.class)
class ClientConfigurationIT {
  private final Workplace work;
  private final Visitor admin;
  private final HubClient client;

  ClientConfigurationIT(Workplace work) {
    this.work = work;
    this.admin = Visitor.as(Role.ADMIN, work.hub());
    this.client = admin.client();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void theCatalogueIsReadWhole() throws HubException, InterruptedException {
    var types = admin.whole("/connector-types", client::connectorTypes).items();
    var sheets =
        types.stream()
            .filter(type -> type.name().equals("google-sheets"))
            .findFirst()
            .orElseThrow();
    assertThat(sheets.label()).isEqualTo("Google Sheets");
    assertThat(sheets.settings()).isNotEmpty();
    assertThat(sheets.targetSettings())
        .extracting(field -> field.name())
        .contains("spreadsheet", "tab");
    var contracts = admin.whole("/contracts", client::contracts).items();
    assertThat(contracts)
        .extracting(contract -> contract.type())
        .contains("request.created", "user.updated", "media.attached");
    assertThat(contracts).allMatch(contract -> !contract.fields().isEmpty());
  }

  @Test
  void aConnectorIsCreatedWithItsSecretEditedAndKeepsIt()
      throws HubException, InterruptedException {
    assertThat(client.createConnector(work.connector()))
        .isEqualTo(connector(Map.of(), ConnectorState.UP, 1));
    var draft = new ConnectorDraft(work.name(), "google-sheets", slow(), Map.of(), true);
    var changed = client.changeConnector(draft, 1);
    assertThat(changed).isEqualTo(connector(slow(), ConnectorState.UP, 2));
    assertThat(Visitor.failureOf(() -> client.changeConnector(draft, 1)))
        .isInstanceOf(Failure.Stale.class);
    assertThat(admin.whole("/connectors", client::connectors).items()).contains(changed);
  }

  private static Map<String, String> slow() {
    return Map.of("calls-per-minute", "600");
  }

  private ConnectorView connector(
      Map<String, String> settings, ConnectorState state, long version) {
    return new ConnectorView(
        work.name(),
        "google-sheets",
        settings,
        List.of("service-account-key"),
        true,
        state,
        null,
        null,
        Guarantee.IDEMPOTENT,
        0,
        version);
  }

  @Test
  void aConnectorIsCheckedPausedResumedAndTriggered() throws HubException, InterruptedException {
    client.createConnector(work.connector());
    var check = client.check(work.name());
    assertThat(check).isEqualTo(new CheckResult(true, Guarantee.IDEMPOTENT, check.steps()));
    assertThat(check.steps()).isNotEmpty().allMatch(step -> step.ok() && !step.message().isEmpty());

    var paused = client.switchConnector(work.name(), Switch.PAUSE);
    assertThat(List.of(paused.state(), paused.stateReason() + ""))
        .isEqualTo(List.of(ConnectorState.PAUSED, "Paused by admin"));
    assertThat(client.switchConnector(work.name(), Switch.RESUME).state())
        .isEqualTo(ConnectorState.UP);
    assertThat(client.switchConnector(work.name(), Switch.TRIGGER).state())
        .isEqualTo(ConnectorState.UP);
  }

  @Test
  void aConnectorWithoutItsSecretIsRefusedByField() throws InterruptedException {
    var draft = new ConnectorDraft(work.name(), "google-sheets", Map.of("x", "1"), Map.of(), true);
    var refused = (Failure.Refused) Visitor.failureOf(() -> client.createConnector(draft));
    assertThat(refused.problem().errors())
        .extracting(error -> error.field())
        .contains("/settings/x");
  }

  @Test
  void aRouteIsCreatedPublishedPausedAndResumed() throws HubException, InterruptedException {
    client.createConnector(work.connector());
    var created = client.createRoute(work.route());
    assertThat(created).isEqualTo(route(work.route(), 1, created));
    assertThat(client.route(work.name())).isEqualTo(created);
    var published = client.changeRoute(work.lenientRoute(), 1);
    assertThat(published).isEqualTo(route(work.lenientRoute(), 2, published));
    assertThat(Visitor.failureOf(() -> client.changeRoute(work.route(), 1)))
        .isInstanceOf(Failure.Stale.class);
    var paused = client.switchRoute(work.name(), Switch.PAUSE);
    assertThat(paused)
        .isEqualTo(route(work.lenientRoute().withState(RouteState.PAUSED), 3, paused));
    var resumed = client.switchRoute(work.name(), Switch.RESUME);
    assertThat(resumed).isEqualTo(route(work.lenientRoute(), 4, resumed));
    assertThat(admin.whole("/routes", client::routes).items()).contains(resumed);
  }

  /** When it was changed and what its sheet is called, the hub knows best. */
  private static RouteView route(RouteDraft draft, long version, RouteView told) {
    return new RouteView(draft, version, told.changedAt(), "admin", told.targetTitle());
  }

  @Test
  void aMappingIsTriedOnStoredEventsAndSeesTheSheetsColumns()
      throws HubException, InterruptedException {
    work.opened().post(List.of(work.event("m-" + work.name(), "Pothole")));
    work.await(DeliveryState.DELIVERED, 1);
    var target = work.route().target();
    var sheet = client.describe(work.name(), target);
    assertThat(sheet.columns())
        .extracting(TargetDescription.Column::place, TargetDescription.Column::header)
        .containsExactly(tuple("A", "Id"), tuple("B", "Title"), tuple("C", "Comments"));

    var preview = client.preview(new PreviewRequest(work.route(), List.of(), 1));
    var id = "m-" + work.name();
    assertThat(preview)
        .isEqualTo(
            new Preview(
                List.of(
                    new Preview.Row(
                        id,
                        true,
                        id,
                        List.of(
                            new Preview.Cell("id", id, null),
                            new Preview.Cell("title", "Pothole", null),
                            new Preview.Cell("comments", "7", null)),
                        null)),
                List.of()));

    var stored = client.storedEvents("request.created", 1).items().getFirst();
    assertThat(stored.envelope()).isEqualTo(work.event(id, "Pothole"));
    admin.whole(
        "/events?type=request.created&limit=3", () -> client.storedEvents("request.created", 3));
  }
}
