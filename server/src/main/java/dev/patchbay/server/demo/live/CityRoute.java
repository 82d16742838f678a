package dev.patchbay.server.demo.live;

import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.SheetSetup;
import java.util.List;
import java.util.Map;

/** The ready-made route: what becomes of a request is one row of a sheet. */
final class CityRoute {
  private static final List<String> TYPES =
      List.of("request.created", "request.updated", "request.status.changed");

  private CityRoute() {}

  static RouteDraft of(DemoSheet sheet) {
    return new RouteDraft(
        "requests-to-sheet",
        TYPES,
        null,
        "/data/id",
        SheetSetup.CONNECTOR,
        Map.of("spreadsheet", sheet.spreadsheet(), "tab", sheet.tab()),
        WriteMode.UPSERT,
        columns(),
        RouteState.ACTIVE);
  }

  private static List<ColumnMapping> columns() {
    return List.of(
        column("request", "Request", CellType.TEXT, "/data/id"),
        column("status", "Status", CellType.TEXT, "/data/status"),
        column("category", "Category", CellType.TEXT, "/data/category"),
        column("service", "Service", CellType.TEXT, "/data/service"),
        column("description", "Description", CellType.TEXT, "/data/description"),
        column("address", "Address", CellType.TEXT, "/data/address"),
        column("zip", "ZIP", CellType.TEXT, "/data/zip"),
        column("district", "District", CellType.TEXT, "/data/district"),
        column("priority", "Priority", CellType.TEXT, "/data/priority"),
        column("requested", "Requested", CellType.DATE_TIME, "/data/requestedAt"),
        column("closed", "Closed", CellType.DATE_TIME, "/data/closedAt"),
        column("team", "Team", CellType.TEXT, "/data/assignee"),
        column("notes", "Notes", CellType.TEXT, "/data/statusNotes"),
        column("cost", "Estimated cost", CellType.DECIMAL, "/data/attributes/estimatedCost"),
        new ColumnMapping(
            "email",
            "E-mail",
            CellType.TEXT,
            "/data/reporter/email",
            null,
            List.of(),
            PiiPolicy.MASK));
  }

  /** A column that shows a field as it is. */
  static ColumnMapping column(String id, String header, CellType type, String source) {
    return new ColumnMapping(id, header, type, source, null, List.of(), PiiPolicy.ALLOW);
  }
}
