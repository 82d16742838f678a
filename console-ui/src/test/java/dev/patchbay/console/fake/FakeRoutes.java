package dev.patchbay.console.fake;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.event.ContractField;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes and a preview that knows enough types to disagree. */
public final class FakeRoutes {
  /** The routes by name. */
  public final Map<String, RouteView> byName = new LinkedHashMap<>();

  /** Number of the newest sample event; the samples have a few that no column takes. */
  private static final int SAMPLE = 1030;

  /** What every route fetches, though the console shows nothing of it. */
  public static final Enrichment REPORTER =
      new Enrichment("reporter", "users", "/users/{/data/reporter/id}", WhenUnavailable.WAIT, 60);

  private final Instant now;

  FakeRoutes(Instant now) {
    this.now = now;
    store(
        route("requests", List.of("request.created", "request.updated"), RouteState.ACTIVE),
        "anna");
    store(route("inspections", List.of("request.status.changed"), RouteState.SHADOW), "anna");
    store(route("street-lights", List.of("request.created"), RouteState.PAUSED), "boris");
  }

  private static RouteDraft route(String name, List<String> types, RouteState state) {
    var title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace("-", " ");
    return new RouteDraft(
        name,
        types,
        null,
        "/data/id",
        "city-sheets",
        Map.of("spreadsheet", "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms", "tab", title),
        WriteMode.UPSERT,
        List.of(
            column("id", "Request", CellType.TEXT, "/data/id"),
            column("service", "Service", CellType.TEXT, "/data/service"),
            column("status", "Status", CellType.TEXT, "/data/status"),
            column("requested", "Requested", CellType.DATE_TIME, "/data/requestedAt"),
            column("inspection", "Inspection", CellType.DATE, "/data/attributes/inspection"),
            column("cost", "Cost", CellType.MONEY, "/data/attributes/cost")),
        state,
        List.of(REPORTER));
  }

  private static ColumnMapping column(String id, String header, CellType type, String source) {
    return new ColumnMapping(id, header, type, source, null, List.of(), PiiPolicy.ALLOW);
  }

  /** Somebody publishes a version. */
  public RouteView store(RouteDraft draft, String by) {
    var known = byName.get(draft.name());
    long version = known == null ? 1 : known.version() + 1;
    var title = "Service requests 2026 · " + draft.target().get("tab");
    var view = new RouteView(draft, version, now.minusSeconds(7200), by, title);
    byName.put(draft.name(), view);
    return view;
  }

  RouteView turn(String name, RouteState state) {
    return store(view(name).route().withState(state), "anna");
  }

  private RouteView view(String name) {
    var view = byName.get(name);
    if (view == null) {
      throw new IllegalArgumentException(name);
    }
    return view;
  }

  static TargetDescription sheet(Map<String, String> target) {
    return new TargetDescription(
        "Service requests 2026 · " + target.getOrDefault("tab", "Sheet1"),
        "https://docs.google.com/spreadsheets/d/1BxiMVs0",
        List.of(
            new TargetDescription.Column("A", "Request", "id"),
            new TargetDescription.Column("B", "Service", "service"),
            new TargetDescription.Column("C", "State", "status"),
            new TargetDescription.Column("D", "Address", null),
            new TargetDescription.Column("E", "Requested", "requested"),
            new TargetDescription.Column("F", "Inspection", "inspection"),
            new TargetDescription.Column("G", "Cost", "cost"),
            new TargetDescription.Column("H", "Reporter", null)));
  }

  static List<ContractView> contracts() {
    var fields =
        List.of(
            new ContractField("/data/id", "string", true, "Identifier of the request"),
            new ContractField("/data/service", "string", false, "Name of the service asked for"),
            new ContractField("/data/status", "string", false, "State of the request"),
            new ContractField("/data/address", "string", false, "Street address or place"),
            new ContractField("/data/zip", "string", false, "Postal code, as text"),
            new ContractField("/data/requestedAt", "date-time", false, "When it was asked for"),
            new ContractField("/data/supporters", "integer", false, "People who support it"),
            new ContractField("/data/public", "boolean", false, "Whether everybody may see it"),
            new ContractField("/data/reporter/email", "string", false, "E-mail address"));
    return List.of("request.created", "request.updated", "request.status.changed").stream()
        .map(type -> new ContractView(type, 1, fields))
        .toList();
  }

  static Preview preview(PreviewRequest request, FakeDeliveries deliveries) {
    var route = request.route();
    if (route == null) {
      return new Preview(List.of(), List.of(new FieldError("/route", "Give a route.")));
    }
    int limit = request.limit() == null ? 20 : request.limit();
    var rows = new ArrayList<Preview.Row>();
    for (int i = 0; i < limit; i++) {
      var envelope = deliveries.envelope(SAMPLE - i);
      var cells = route.columns().stream().map(column -> cell(column, envelope)).toList();
      rows.add(
          new Preview.Row(
              String.valueOf(envelope.get("id")), true, at(route.key(), envelope), cells, null));
    }
    return new Preview(rows, List.of());
  }

  private static Preview.Cell cell(ColumnMapping column, Map<String, Object> envelope) {
    var source = column.source();
    if (source == null) {
      return new Preview.Cell(column.id(), "computed", null);
    }
    var value = at(source, envelope);
    for (var transform : column.transforms()) {
      value = value != null && transform.equals("upper") ? value.toUpperCase(Locale.ROOT) : value;
    }
    var error = value == null ? null : mismatch(column.type(), value);
    if (value != null && column.type() == CellType.DATE_TIME) {
      value = value.replace('T', ' ').replace("Z", "");
    }
    var shown = value != null && column.pii() == PiiPolicy.MASK ? "•••" : value;
    return new Preview.Cell(column.id(), error == null ? shown : null, error);
  }

  private static @Nullable String mismatch(CellType type, String value) {
    return switch (type) {
      case TEXT, LINK -> null;
      case INTEGER -> value.matches("-?\\d+") ? null : "“" + value + "” is no whole number.";
      case DECIMAL, MONEY ->
          value.matches("-?\\d+(\\.\\d+)?") ? null : "“" + value + "” is no number.";
      case BOOLEAN ->
          value.matches("true|false") ? null : "“" + value + "” is neither true nor false.";
      case DATE, DATE_TIME -> value.matches("\\d{4}-.*") ? null : "“" + value + "” is no date.";
    };
  }

  private static @Nullable String at(String pointer, Map<String, Object> envelope) {
    Object value = envelope;
    for (var step : pointer.substring(1).split("/", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return value == null ? null : value.toString();
  }
}
