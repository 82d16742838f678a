package dev.patchbay.server.rig;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A connector, a route and a sheet with names of their own on a hub. The route takes {@code
 * request.created} of source {@code /tests/NAME} only, so tests do not feed each other's sheets.
 */
public final class Workplace {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final TestHub hub;
  private final SandboxSheets google;
  private final String name = "work-" + NUMBER.incrementAndGet();
  private final String spreadsheet;

  public Workplace(TestHub hub, SandboxSheets google) {
    this.hub = hub;
    this.google = google;
    this.spreadsheet = google.create();
  }

  public TestHub hub() {
    return hub;
  }

  public SandboxSheets google() {
    return google;
  }

  /** Name of the connector and the route. */
  public String name() {
    return name;
  }

  public String source() {
    return "/tests/" + name;
  }

  public String spreadsheet() {
    return spreadsheet;
  }

  /** Creates connector and route. */
  public Workplace opened() {
    hub.admin().post("/connectors", connector()).as(201, ConnectorView.class);
    hub.admin().post("/routes", route()).as(201, RouteView.class);
    return this;
  }

  public ConnectorDraft connector() {
    return new ConnectorDraft(
        name,
        "google-sheets",
        Map.of(),
        Map.of("service-account-key", google.serviceAccountKey()),
        true);
  }

  public RouteDraft route() {
    return route(
        List.of(
            column("id", "Id", CellType.TEXT, "/data/id"),
            column("title", "Title", CellType.TEXT, "/data/title"),
            column("comments", "Comments", CellType.INTEGER, "/data/attributes/count")));
  }

  public RouteDraft route(List<ColumnMapping> columns) {
    return route(List.of("request.created"), columns);
  }

  /** The same route for events of other types. */
  public RouteDraft routeOf(List<String> types) {
    return route(types, route().columns());
  }

  private RouteDraft route(List<String> types, List<ColumnMapping> columns) {
    return new RouteDraft(
        name,
        types,
        "event.source == '" + source() + "'",
        "/data/id",
        name,
        Map.of("spreadsheet", spreadsheet, "tab", "Requests"),
        WriteMode.UPSERT,
        columns,
        RouteState.ACTIVE);
  }

  /** The same route, in which everything is text: what no column refuses. */
  public RouteDraft lenientRoute() {
    return route(
        List.of(
            column("id", "Id", CellType.TEXT, "/data/id"),
            column("title", "Title", CellType.TEXT, "/data/title"),
            column("comments", "Comments", CellType.TEXT, "/data/attributes/count")));
  }

  public static ColumnMapping column(String id, String header, CellType type, String source) {
    return new ColumnMapping(id, header, type, source, null, List.of(), PiiPolicy.ALLOW);
  }

  /** An event that fits the route. */
  public Map<String, Object> event(String id, String title) {
    return event(id, title, 7);
  }

  /** An event whose count may be no number: then its row is refused. */
  public Map<String, Object> event(String id, String title, Object count) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        source(),
        "type",
        "request.created",
        "data",
        Map.of("id", id, "title", title, "attributes", Map.of("count", count)));
  }

  /** Posts a batch as a core service does. */
  public EventReceipts post(List<Map<String, Object>> events) {
    return hub.as(Role.SERVICE)
        .post("/events", "application/cloudevents-batch+json", events)
        .as(202, EventReceipts.class);
  }

  /** Waits until the route's deliveries are all in this state, and there are as many. */
  public List<DeliverySummary> await(DeliveryState state, int count) {
    Eventually.soon()
        .passes(
            () -> {
              var all = deliveries();
              if (all.size() != count || all.stream().anyMatch(d -> d.state() != state)) {
                throw new AssertionError(count + " " + state + " expected: " + all);
              }
            });
    return deliveries();
  }

  /** Waits until the route's deliveries are these: their states by key. */
  public void await(Map<String, DeliveryState> states) {
    Eventually.soon()
        .passes(
            () -> {
              var all =
                  deliveries().stream()
                      .collect(Collectors.toMap(DeliverySummary::key, DeliverySummary::state));
              if (!all.equals(states)) {
                throw new AssertionError(states + " expected: " + all);
              }
            });
  }

  /** The newest 500 deliveries of the route. */
  public List<DeliverySummary> deliveries() {
    return hub.admin()
        .get("/deliveries?limit=500&route=" + name)
        .page(DeliverySummary.class)
        .items();
  }

  public DeliveryDetail delivery(String id) {
    return hub.admin().get("/deliveries/" + id).as(200, DeliveryDetail.class);
  }

  /** Rows of the sheet, the header first. */
  public List<List<String>> rows() {
    return google.rows(spreadsheet, "Requests");
  }
}
