package dev.patchbay.server.client;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.Page;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.request.ReadModelView;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The hub's REST API as any user calls it. Thread-safe. */
public final class HubClient implements AutoCloseable {
  private static final String FILE = "application/octet-stream";
  private static final String EVENT = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final JsonApi api;

  /**
   * A client of one server.
   *
   * @param server for example {@code http://127.0.0.1:8080}
   * @param key an administrator's API key
   */
  public HubClient(URI server, String key) {
    this.api = new JsonApi(server.resolve("/api/v1/integration/"), key);
  }

  /** {@code GET} of any path below the API's root, as it stands. */
  public Answer<JsonNode> get(String path) {
    return api.get(path);
  }

  /** {@code POST /events}: one CloudEvent in structured mode. Sending it again is safe. */
  public Answer<EventReceipts> postEvent(byte[] event) {
    return send(api.post("events", EVENT, event), type(EventReceipts.class));
  }

  /** {@code POST /events}: a JSON array of CloudEvents. Sending it again is safe. */
  public Answer<EventReceipts> postEvents(byte[] batch) {
    return send(api.post("events", BATCH, batch), type(EventReceipts.class));
  }

  /** {@code GET /deliveries/counts}. */
  public Answer<DeliveryCounts> counts() {
    return send(api.request("deliveries/counts"), type(DeliveryCounts.class));
  }

  /** {@code GET /deliveries}: the newest in a state. */
  public Answer<Page<DeliverySummary>> deliveries(DeliveryState state, int limit) {
    var path = "deliveries?state=" + state + "&limit=" + limit;
    var page =
        ServerJson.MAPPER
            .getTypeFactory()
            .constructParametricType(Page.class, DeliverySummary.class);
    return send(api.request(path), page);
  }

  /** {@code GET /connectors/{name}}. */
  public Answer<ConnectorView> connector(String name) {
    return send(api.request("connectors/" + name), type(ConnectorView.class));
  }

  /** {@code POST /connectors}. */
  public Answer<ConnectorView> createConnector(ConnectorDraft draft) {
    return send(json("connectors", draft), type(ConnectorView.class));
  }

  /** {@code PUT /connectors/{name}}. */
  public Answer<ConnectorView> changeConnector(ConnectorDraft draft, long version) {
    return send(change("connectors/" + draft.name(), draft, version), type(ConnectorView.class));
  }

  /** {@code POST /connectors/{name}/check}. */
  public Answer<CheckResult> check(String connector) {
    return send(order("connectors/" + connector + "/check"), type(CheckResult.class));
  }

  /** {@code POST /connectors/{name}/pause}. */
  public Answer<ConnectorView> pause(String connector) {
    return send(order("connectors/" + connector + "/pause"), type(ConnectorView.class));
  }

  /** {@code GET /intakes/{name}}. */
  public Answer<IntakeView> intake(String name) {
    return send(api.request("intakes/" + name), type(IntakeView.class));
  }

  /** {@code POST /intakes}. */
  public Answer<IntakeView> createIntake(IntakeDraft draft) {
    return send(json("intakes", draft), type(IntakeView.class));
  }

  /** {@code PUT /intakes/{name}}. */
  public Answer<IntakeView> changeIntake(IntakeDraft draft, long version) {
    return send(change("intakes/" + draft.name(), draft, version), type(IntakeView.class));
  }

  /** {@code GET /routes/{name}}. */
  public Answer<RouteView> route(String name) {
    return send(api.request("routes/" + name), type(RouteView.class));
  }

  /** {@code PUT /routes/{name}}. */
  public Answer<RouteView> changeRoute(RouteDraft draft, long version) {
    return send(change("routes/" + draft.name(), draft, version), type(RouteView.class));
  }

  /** {@code POST /routes}. */
  public Answer<RouteView> createRoute(RouteDraft draft) {
    return send(json("routes", draft), type(RouteView.class));
  }

  /** {@code GET /templates/{name}}. */
  public Answer<TemplateDetail> template(String name) {
    return send(api.request("templates/" + encoded(name)), type(TemplateDetail.class));
  }

  /** {@code POST /templates/{name}/versions}: the first version of a new one. */
  public Answer<TemplateDetail> keepTemplate(String name, byte[] file) {
    return send(
        api.post("templates/" + encoded(name) + "/versions", FILE, file),
        type(TemplateDetail.class));
  }

  /** {@code GET /services/{name}}. */
  public Answer<ServiceView> service(String name) {
    return send(api.request("services/" + encoded(name)), type(ServiceView.class));
  }

  /** {@code POST /services}. */
  public Answer<ServiceView> createService(ServiceDraft draft) {
    return send(json("services", draft), type(ServiceView.class));
  }

  /** {@code PUT /services/{name}}. */
  public Answer<ServiceView> changeService(ServiceDraft draft, long version) {
    return send(
        change("services/" + encoded(draft.name()), draft, version), type(ServiceView.class));
  }

  /** {@code POST /read-models/{name}}. */
  public Answer<ReadModelView> setUpReadModel(String name) {
    return send(order("read-models/" + name), type(ReadModelView.class));
  }

  /** {@code POST /exports}. */
  public Answer<RunView> export(ExportDraft draft) {
    return send(json("exports", draft), type(RunView.class));
  }

  /** {@code GET /runs/{id}}. */
  public Answer<RunView> run(String id) {
    return send(api.request("runs/" + id), type(RunView.class));
  }

  /**
   * {@code POST /imports}.
   *
   * @param draft how it is to be imported, as JSON
   * @throws IOException if the file is not there
   */
  public Answer<ImportView> importRows(Path file, String draft) throws IOException {
    return send(api.upload("imports", "import", draft, file), type(ImportView.class));
  }

  /** {@code GET /imports/{id}}. */
  public Answer<ImportView> importRun(String id) {
    return send(api.request("imports/" + id), type(ImportView.class));
  }

  /** {@code GET /schedules/{name}}. */
  public Answer<ScheduleView> schedule(String name) {
    return send(api.request("schedules/" + encoded(name)), type(ScheduleView.class));
  }

  /** {@code POST /schedules}. */
  public Answer<ScheduleView> createSchedule(ScheduleDraft draft) {
    return send(json("schedules", draft), type(ScheduleView.class));
  }

  /** {@code POST /schedules/{name}/run}. */
  public Answer<RunView> runSchedule(String name) {
    return send(order("schedules/" + encoded(name) + "/run"), type(RunView.class));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    api.close();
  }

  private HttpRequest.Builder json(String path, Object body) {
    return api.post(path, JsonApi.JSON, ServerJson.bytes(body));
  }

  private HttpRequest.Builder change(String path, Object body, long version) {
    return api.request(path)
        .header("Content-Type", JsonApi.JSON)
        .header("If-Match", "\"" + version + "\"")
        .PUT(BodyPublishers.ofByteArray(ServerJson.bytes(body)));
  }

  private HttpRequest.Builder order(String path) {
    return api.request(path).POST(BodyPublishers.noBody());
  }

  private <T> Answer<T> send(HttpRequest.Builder request, JavaType type) {
    return api.send(request, type);
  }

  private static JavaType type(Class<?> type) {
    return ServerJson.MAPPER.constructType(type);
  }
}
