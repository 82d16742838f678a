package dev.patchbay.server.crash;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.GoogleStandIn;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The way from the load's events to the sheet. */
record CrashRoute(HubClient hub, DemoSheet sheet) {
  private static final String CONNECTOR = "google";

  /** Headers in the order of the sheet, the key first. */
  static Stream<String> columns() {
    return Stream.concat(Stream.of("id"), Load.COLUMNS.stream());
  }

  /** As fast as it goes: this is no test of quotas. */
  void create(GoogleStandIn google) {
    var settings = Map.of("calls-per-minute", "100000");
    var secrets = Map.of("service-account-key", google.key());
    hub.createConnector(new ConnectorDraft(CONNECTOR, "google-sheets", settings, secrets, true))
        .orFail();
    hub.createRoute(draft()).orFail();
  }

  private RouteDraft draft() {
    return new RouteDraft(
        "requests",
        List.of("request.updated"),
        null,
        "/data/id",
        CONNECTOR,
        Map.of("spreadsheet", sheet.spreadsheet(), "tab", sheet.tab()),
        WriteMode.UPSERT,
        columns().map(CrashRoute::column).toList(),
        RouteState.ACTIVE);
  }

  private static ColumnMapping column(String name) {
    return new ColumnMapping(
        name, name, CellType.TEXT, "/data/" + name, null, List.of(), PiiPolicy.ALLOW);
  }
}
