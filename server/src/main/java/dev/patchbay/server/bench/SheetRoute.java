package dev.patchbay.server.bench;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.client.JsonApi;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One connector, and routes that fill tabs of one spreadsheet of the sandbox with the events. */
record SheetRoute(URI sandbox, String sandboxToken, String serviceAccountKey) {
  static final String CONNECTOR = "sheets";
  static final String ROUTE = "requests";

  /**
   * Sets them up.
   *
   * @param callsPerMinute budget of the connector for reads, and for writes
   * @param routes their names
   */
  void create(HubClient hub, int callsPerMinute, List<String> routes) {
    hub.createConnector(connector(callsPerMinute)).orFail();
    var spreadsheet = spreadsheet(routes);
    routes.forEach(name -> hub.createRoute(route(name, spreadsheet)).orFail());
  }

  /** From now on a route fills an empty spreadsheet: Google's limit of cells ends a long run. */
  void beginAnew(HubClient hub, String name) {
    var version = hub.route(name).orFail().version();
    hub.changeRoute(route(name, spreadsheet(List.of(name))), version).orFail();
  }

  private ConnectorDraft connector(int callsPerMinute) {
    return new ConnectorDraft(
        CONNECTOR,
        "google-sheets",
        Map.of(
            "root-url", sandbox.toString(), "calls-per-minute", Integer.toString(callsPerMinute)),
        Map.of("service-account-key", serviceAccountKey),
        true);
  }

  /** Its tabs are as wide as the rows: Google's ten million cells would soon be used up by 26. */
  private String spreadsheet(List<String> tabs) {
    var sheets = tabs.stream().map(SheetRoute::tab).toList();
    var body = Map.of("properties", Map.of("title", "Requests"), "sheets", sheets);
    try (var google = new JsonApi(sandbox, sandboxToken)) {
      return google.post("/v4/spreadsheets", body).orFail().path("spreadsheetId").asText();
    }
  }

  private static Map<String, Map<String, Object>> tab(String name) {
    var grid = Map.of("rowCount", 1_000, "columnCount", columns().size());
    return Map.of("properties", Map.of("title", name, "gridProperties", grid));
  }

  private static RouteDraft route(String name, String spreadsheet) {
    return new RouteDraft(
        name,
        List.of(KilobyteEvents.TYPE),
        null,
        "/data/id",
        CONNECTOR,
        Map.of("spreadsheet", spreadsheet, "tab", name),
        WriteMode.UPSERT,
        columns(),
        RouteState.ACTIVE);
  }

  private static List<ColumnMapping> columns() {
    return List.of(
        column("id", CellType.TEXT),
        column("title", CellType.TEXT),
        column("status", CellType.TEXT),
        column("category", CellType.TEXT),
        column("address", CellType.TEXT),
        column("lat", CellType.DECIMAL),
        column("long", CellType.DECIMAL),
        column("requestedAt", CellType.DATE_TIME),
        column("supporters", CellType.INTEGER),
        column("public", CellType.BOOLEAN));
  }

  private static ColumnMapping column(String field, CellType type) {
    return new ColumnMapping(
        field, field, type, "/data/" + field, null, List.of(), PiiPolicy.ALLOW);
  }
}
