package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.UserView;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST API v1 as blocking calls, one method a call. Every method throws {@link HubException}
 * with the reason where the hub refuses or is out of reach, and stops when its thread is
 * interrupted. Thread-safe.
 */
public final class HubClient implements AutoCloseable {
  private final Transport transport;
  private final URI server;

  /**
   * A client of one server with one key.
   *
   * @param server root such as {@code http://127.0.0.1:8080}, without a trailing slash
   */
  public HubClient(URI server, String key) {
    this.server = server;
    this.transport = new Transport(server, key);
  }

  /** Root of the server. */
  public URI server() {
    return server;
  }

  /** Uses another key from now on. */
  public void useKey(String key) {
    transport.useKey(key);
  }

  /** Refuses from now on every call that may change something, or no longer does. */
  public void readOnly(boolean wanted) {
    transport.readOnly(wanted);
  }

  /** Opens the stream of live changes; it runs once started. */
  public EventStream events() {
    return new EventStream(transport);
  }

  /** Who the key belongs to. */
  public Caller me() throws HubException, InterruptedException {
    return transport.send(Call.get("/me"), new TypeReference<>() {});
  }

  /** Everybody who may use the hub. */
  public Page<UserView> users() throws HubException, InterruptedException {
    return transport.send(Call.get("/users"), new TypeReference<>() {});
  }

  /** One page of deliveries, newest first. */
  public Page<DeliverySummary> deliveries(DeliveryFilter filter, @Nullable String cursor, int limit)
      throws HubException, InterruptedException {
    var query = QueryString.of(filter).with("limit", limit).with("cursor", cursor);
    return transport.send(Call.get("/deliveries" + query), new TypeReference<>() {});
  }

  /** The books of the hub. */
  public DeliveryCounts counts() throws HubException, InterruptedException {
    return transport.send(Call.get("/deliveries/counts"), new TypeReference<>() {});
  }

  /** One delivery with everything known about it. */
  public DeliveryDetail delivery(String id) throws HubException, InterruptedException {
    return transport.send(Call.get("/deliveries/" + encode(id)), new TypeReference<>() {});
  }

  /** Puts a dead delivery back on its lane. */
  public DeliveryDetail retry(String id) throws HubException, InterruptedException {
    return deliveryAction(id, "retry");
  }

  /** Gives a delivery up for good. */
  public DeliveryDetail cancel(String id) throws HubException, InterruptedException {
    return deliveryAction(id, "cancel");
  }

  private DeliveryDetail deliveryAction(String id, String action)
      throws HubException, InterruptedException {
    return transport.send(
        Call.post("/deliveries/" + encode(id) + "/" + action, null), new TypeReference<>() {});
  }

  /** Counts what a bulk retry would do; changes nothing. */
  public BulkRetryPlan plan(BulkRetryDraft draft) throws HubException, InterruptedException {
    return transport.send(Call.ask("/bulk-retries?dryRun=true", draft), new TypeReference<>() {});
  }

  /** Starts the bulk retry that was planned. */
  public BulkRetryView start(BulkRetryDraft draft) throws HubException, InterruptedException {
    return transport.send(Call.post("/bulk-retries", draft), new TypeReference<>() {});
  }

  /** Progress of a bulk retry. */
  public BulkRetryView bulkRetry(String id) throws HubException, InterruptedException {
    return transport.send(Call.get("/bulk-retries/" + encode(id)), new TypeReference<>() {});
  }

  /** What became of each delivery of a bulk retry. */
  public Page<BulkRetryItem> bulkRetryItems(String id, @Nullable String cursor, int limit)
      throws HubException, InterruptedException {
    var query = new QueryString().with("limit", limit).with("cursor", cursor);
    return transport.send(
        Call.get("/bulk-retries/" + encode(id) + "/items" + query), new TypeReference<>() {});
  }

  /** Pauses, resumes or cancels a bulk retry. */
  public BulkRetryView steer(String id, Switch action) throws HubException, InterruptedException {
    return transport.send(
        Call.post("/bulk-retries/" + encode(id) + "/" + action.path(), null),
        new TypeReference<>() {});
  }

  /** All routes. */
  public Page<RouteView> routes() throws HubException, InterruptedException {
    return transport.send(Call.get("/routes"), new TypeReference<>() {});
  }

  /** One route as it stands now. */
  public RouteView route(String name) throws HubException, InterruptedException {
    return transport.send(Call.get("/routes/" + encode(name)), new TypeReference<>() {});
  }

  /** Creates a route. */
  public RouteView createRoute(RouteDraft draft) throws HubException, InterruptedException {
    return transport.send(Call.post("/routes", draft), new TypeReference<>() {});
  }

  /** Changes a route if it is still at this version. */
  public RouteView changeRoute(RouteDraft draft, long version)
      throws HubException, InterruptedException {
    return transport.send(
        Call.put("/routes/" + encode(draft.name()), draft, version), new TypeReference<>() {});
  }

  /** Pauses or resumes a route. */
  public RouteView switchRoute(String name, Switch action)
      throws HubException, InterruptedException {
    return transport.send(
        Call.post("/routes/" + encode(name) + "/" + action.path(), null), new TypeReference<>() {});
  }

  /** Tries a mapping on events without storing or sending anything. */
  public Preview preview(PreviewRequest request) throws HubException, InterruptedException {
    return transport.send(Call.ask("/routes/preview", request), new TypeReference<>() {});
  }

  /** The newest stored events of a type. */
  public Page<StoredEvent> storedEvents(String type, int limit)
      throws HubException, InterruptedException {
    var query = new QueryString().with("type", type).with("limit", limit);
    return transport.send(Call.get("/events" + query), new TypeReference<>() {});
  }

  /** The contracts of all event types. */
  public Page<ContractView> contracts() throws HubException, InterruptedException {
    return transport.send(Call.get("/contracts"), new TypeReference<>() {});
  }

  /** The plugins that connectors can be made of. */
  public Page<ConnectorTypeView> connectorTypes() throws HubException, InterruptedException {
    return transport.send(Call.get("/connector-types"), new TypeReference<>() {});
  }

  /** All connectors. */
  public Page<ConnectorView> connectors() throws HubException, InterruptedException {
    return transport.send(Call.get("/connectors"), new TypeReference<>() {});
  }

  /** Creates a connector. */
  public ConnectorView createConnector(ConnectorDraft draft)
      throws HubException, InterruptedException {
    return transport.send(Call.post("/connectors", draft), new TypeReference<>() {});
  }

  /** Changes a connector if it is still at this version. */
  public ConnectorView changeConnector(ConnectorDraft draft, long version)
      throws HubException, InterruptedException {
    return transport.send(
        Call.put("/connectors/" + encode(draft.name()), draft, version), new TypeReference<>() {});
  }

  /** Checks reach and rights, step by step. */
  public CheckResult check(String connector) throws HubException, InterruptedException {
    return transport.send(
        Call.post("/connectors/" + encode(connector) + "/check", null), new TypeReference<>() {});
  }

  /** Pauses, resumes or triggers a connector. */
  public ConnectorView switchConnector(String name, Switch action)
      throws HubException, InterruptedException {
    return transport.send(
        Call.post("/connectors/" + encode(name) + "/" + action.path(), null),
        new TypeReference<>() {});
  }

  /** The real columns of a target. */
  public TargetDescription describe(String connector, Map<String, String> target)
      throws HubException, InterruptedException {
    return transport.send(
        Call.ask("/connectors/" + encode(connector) + "/describe", target),
        new TypeReference<>() {});
  }

  /** Datasets and what of them is shown to whom. */
  public DatasetsClient datasets() {
    return new DatasetsClient(transport);
  }

  /** Documents that routes made. */
  public DocumentsClient documents() {
    return new DocumentsClient(transport);
  }

  /** Imports of files. */
  public ImportsClient imports() {
    return new ImportsClient(transport);
  }

  /** Schedules and runs. */
  public JobsClient jobs() {
    return new JobsClient(transport);
  }

  /** Document templates. */
  public TemplatesClient templates() {
    return new TemplatesClient(transport);
  }

  /** Never holds the key. */
  @Override
  public String toString() {
    return "HubClient[" + server + "]";
  }

  @Override
  public void close() {
    transport.close();
  }
}
