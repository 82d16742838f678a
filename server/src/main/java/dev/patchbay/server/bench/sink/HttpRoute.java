package dev.patchbay.server.bench.sink;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.client.HubClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A connector with one route to a path of the sink.
 *
 * @param path with a slash before it; connector and route are named by what follows
 * @param lanes requests side by side
 * @param rows in a request
 */
record HttpRoute(String path, int lanes, int rows, WriteMode mode) {
  void create(HubClient hub, URI sink) {
    hub.createConnector(connector(sink)).orFail();
    hub.createRoute(route()).orFail();
  }

  private ConnectorDraft connector(URI sink) {
    var settings =
        Map.of(
            "url", sink.toString(), "idempotent", "true", "rows-per-request", String.valueOf(rows));
    return new ConnectorDraft(name(), "http", settings, Map.of(), true);
  }

  private RouteDraft route() {
    return new RouteDraft(
        name(),
        List.of(KilobyteEvents.TYPE),
        null,
        "/data/id",
        name(),
        Map.of("path", name(), "lanes", String.valueOf(lanes)),
        mode,
        List.of(
            column("id", "/data/id"),
            column("at", "/time"),
            column("group", "/data/status"),
            column("title", "/data/title"),
            column("category", "/data/category"),
            column("address", "/data/address")),
        RouteState.ACTIVE);
  }

  private String name() {
    return path.substring(1);
  }

  private static ColumnMapping column(String id, String source) {
    return new ColumnMapping(id, id, CellType.TEXT, source, null, List.of(), PiiPolicy.ALLOW);
  }
}
