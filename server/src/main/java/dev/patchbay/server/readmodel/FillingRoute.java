package dev.patchbay.server.readmodel;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The route that fills the read model of requests, as it is first; people may change it. */
final class FillingRoute {
  static final String NAME = "requests-to-read-model";
  static final String CONNECTOR = "read-model";

  private static final List<String> TYPES =
      List.of("request.created", "request.updated", "request.status.changed", "request.deleted");
  private static final List<String> TEXTS =
      List.of(
          "id",
          "title",
          "status",
          "category",
          "assignee",
          "description",
          "address",
          "requestedAt",
          "updatedAt",
          "statusNotes",
          "service",
          "zip",
          "district",
          "priority",
          "channel",
          "agency",
          "expectedAt",
          "closedAt");

  private FillingRoute() {}

  static ConnectorDraft connector() {
    return new ConnectorDraft(CONNECTOR, RequestModel.CONNECTOR_TYPE, Map.of(), Map.of(), true);
  }

  static RouteDraft route() {
    return new RouteDraft(
        NAME,
        TYPES,
        null,
        "/data/id",
        CONNECTOR,
        Map.of("model", "requests"),
        WriteMode.UPSERT,
        Stream.concat(TEXTS.stream().map(FillingRoute::text), others()).toList(),
        RouteState.ACTIVE);
  }

  private static Stream<ColumnMapping> others() {
    return Stream.of(
        column("lat", CellType.DECIMAL, "/data/lat", null),
        column("long", CellType.DECIMAL, "/data/long", null),
        column("supporters", CellType.INTEGER, "/data/supporters", null),
        column("public", CellType.BOOLEAN, "/data/public", null),
        column("deleted", CellType.BOOLEAN, null, "event.type == 'request.deleted'"));
  }

  private static ColumnMapping text(String field) {
    return column(field, CellType.TEXT, "/data/" + field, null);
  }

  private static ColumnMapping column(
      String id, CellType type, @Nullable String source, @Nullable String expression) {
    return new ColumnMapping(id, id, type, source, expression, List.of(), PiiPolicy.ALLOW);
  }
}
