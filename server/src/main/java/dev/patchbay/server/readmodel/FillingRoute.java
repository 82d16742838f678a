package dev.patchbay.server.readmodel;

import dev.patchbay.core.readmodel.Dataset;
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

/** The routes that fill the read model, as they are first; people may change them. */
final class FillingRoute {
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

  static RouteDraft of(Dataset dataset) {
    return switch (dataset) {
      case REQUESTS ->
          route(dataset, TYPES, Stream.concat(TEXTS.stream().map(FillingRoute::text), others()));
      case COMMENTS -> route(dataset, List.of("comment.added", "comment.updated"), ofComments());
      case USERS -> route(dataset, List.of("user.created", "user.updated"), ofUsers());
    };
  }

  private static RouteDraft route(
      Dataset dataset, List<String> types, Stream<ColumnMapping> columns) {
    return new RouteDraft(
        dataset.called() + "-to-read-model",
        types,
        null,
        "/data/id",
        CONNECTOR,
        Map.of("model", dataset.called()),
        WriteMode.UPSERT,
        columns.toList(),
        RouteState.ACTIVE);
  }

  private static Stream<ColumnMapping> ofComments() {
    return Stream.concat(
        Stream.of("id", "requestId", "text", "createdAt", "updatedAt", "mediaUrl")
            .map(FillingRoute::text),
        Stream.of(
            column("authorId", CellType.TEXT, "/data/author/id", null),
            column("authorName", CellType.TEXT, "/data/author/name", null),
            column("authorEmail", CellType.TEXT, "/data/author/email", null),
            column("public", CellType.BOOLEAN, "/data/public", null)));
  }

  private static Stream<ColumnMapping> ofUsers() {
    return Stream.concat(
        Stream.of(
                "id",
                "name",
                "email",
                "phone",
                "role",
                "language",
                "address",
                "zip",
                "createdAt",
                "updatedAt")
            .map(FillingRoute::text),
        Stream.of(column("active", CellType.BOOLEAN, "/data/active", null)));
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
