package dev.patchbay.server.demo;

import com.fasterxml.jackson.databind.JavaType;
import dev.patchbay.model.Page;
import dev.patchbay.model.Problem;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST API as any user calls it. Thread-safe. */
public final class HubClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final String JSON = "application/json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI root;
  private final String key;

  /**
   * A client of one server.
   *
   * @param api for example {@code http://127.0.0.1:8080}
   * @param key an administrator's API key
   */
  public HubClient(URI api, String key) {
    this.root = api.resolve("/api/v1/integration/");
    this.key = key;
  }

  /** {@code POST /events}: a JSON array of CloudEvents. Sending it again is safe. */
  public Answer<EventReceipts> postEvents(byte[] batch) {
    return send(post("events", BATCH, batch), type(EventReceipts.class));
  }

  /** {@code GET /deliveries/counts}. */
  public Answer<DeliveryCounts> counts() {
    return send(request("deliveries/counts"), type(DeliveryCounts.class));
  }

  /** {@code GET /deliveries}: the newest in a state. */
  public Answer<Page<DeliverySummary>> deliveries(DeliveryState state, int limit) {
    var path = "deliveries?state=" + state + "&limit=" + limit;
    var page =
        ServerJson.MAPPER
            .getTypeFactory()
            .constructParametricType(Page.class, DeliverySummary.class);
    return send(request(path), page);
  }

  /** {@code GET /connectors/{name}}. */
  public Answer<ConnectorView> connector(String name) {
    return send(request("connectors/" + name), type(ConnectorView.class));
  }

  /** {@code POST /connectors}. */
  public Answer<ConnectorView> createConnector(ConnectorDraft draft) {
    return send(post("connectors", JSON, ServerJson.bytes(draft)), type(ConnectorView.class));
  }

  /** {@code PUT /connectors/{name}}. */
  public Answer<ConnectorView> changeConnector(ConnectorDraft draft, long version) {
    var request =
        request("connectors/" + draft.name())
            .header("Content-Type", JSON)
            .header("If-Match", "\"" + version + "\"")
            .PUT(BodyPublishers.ofByteArray(ServerJson.bytes(draft)));
    return send(request, type(ConnectorView.class));
  }

  /** {@code POST /connectors/{name}/check}. */
  public Answer<CheckResult> check(String connector) {
    var request = request("connectors/" + connector + "/check").POST(BodyPublishers.noBody());
    return send(request, type(CheckResult.class));
  }

  /** {@code GET /routes/{name}}. */
  public Answer<RouteView> route(String name) {
    return send(request("routes/" + name), type(RouteView.class));
  }

  /** {@code POST /routes}. */
  public Answer<RouteView> createRoute(RouteDraft draft) {
    return send(post("routes", JSON, ServerJson.bytes(draft)), type(RouteView.class));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder post(String path, String mediaType, byte[] body) {
    return request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key);
  }

  private <T> Answer<T> send(HttpRequest.Builder request, JavaType type) {
    try {
      return read(http.send(request.build(), BodyHandlers.ofByteArray()), type);
    } catch (IOException gone) {
      return new Answer.Unreachable<>("the server at " + root + " does not answer");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unreachable<>("interrupted");
    }
  }

  private static <T> Answer<T> read(HttpResponse<byte[]> response, JavaType type)
      throws IOException {
    int status = response.statusCode();
    if (status == 503) {
      return new Answer.Unreachable<>("the server asks to come again later");
    }
    return status < 300
        ? new Answer.Done<>(ServerJson.MAPPER.readValue(response.body(), type))
        : new Answer.Refused<>(status, inWords(response.body()));
  }

  private static String inWords(byte[] body) throws IOException {
    var problem = ServerJson.MAPPER.readValue(body, Problem.class);
    var fields = problem.errors().stream().map(error -> error.field() + " " + error.message());
    return Stream.concat(Stream.ofNullable(problem.detail()), fields)
        .collect(Collectors.joining("; "));
  }

  private static JavaType type(Class<?> type) {
    return ServerJson.MAPPER.constructType(type);
  }
}
