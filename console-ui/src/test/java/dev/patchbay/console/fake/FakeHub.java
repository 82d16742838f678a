package dev.patchbay.console.fake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.console.client.Json;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the REST API over HTTP on the loopback, with data in memory. {@link #stop} and {@link
 * #startAgain} keep data and port, as a restart of a real hub does.
 */
public final class FakeHub implements AutoCloseable {
  /** The key it accepts. */
  public static final String KEY = "pb_test_key";

  private static final String ROOT = "/api/v1/integration";

  /** Its deliveries. */
  public final FakeDeliveries deliveries;

  /** Its routes. */
  public final FakeRoutes routes;

  /** Its connectors. */
  public final FakeConnectors connectors;

  /** Its schedules and their runs. */
  public final FakeJobs jobs;

  /** Its imports. */
  public final FakeImports imports;

  /** Its datasets. */
  public final FakeDatasets datasets;

  /** Documents that its routes made. */
  public final FakeDocuments documents;

  /** Its document templates. */
  public final FakeTemplates templates;

  /** Its event stream. */
  public final FakeStream stream;

  /** Calls so far but for the event stream: {@code POST /deliveries/d-3/retry}. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  /** Bodies of the calls that had one. */
  public final List<String> bodies = new CopyOnWriteArrayList<>();

  private final FakeRuns runs;
  private final ObjectMapper json = Json.mapper();
  private final Instant now;
  private final AtomicReference<@Nullable Refusal> nextRefusal = new AtomicReference<>();
  private volatile Role role = Role.ADMIN;
  private volatile String key = KEY;
  private volatile Runnable beforeRefusal = () -> {};
  private HttpServer http;
  private int port;

  /** A hub with this many deliveries. */
  public FakeHub(int size, Instant now) {
    this.now = now;
    deliveries = new FakeDeliveries(size, now);
    routes = new FakeRoutes(now);
    connectors = new FakeConnectors(now);
    runs = new FakeRuns(deliveries, now);
    jobs = new FakeJobs(json, now);
    imports = new FakeImports(json, now);
    datasets = new FakeDatasets(json, now);
    documents = new FakeDocuments(now);
    templates = new FakeTemplates(json, now);
    stream = new FakeStream(json);
    http = listen(0);
    port = http.getAddress().getPort();
  }

  private HttpServer listen(int wanted) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(ROOT, this::handle);
      server.start();
      return server;
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  /** Its address. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Refuses the next call. */
  public void refuseNext(int status, String title, String detail) {
    refuseNext("", status, title, detail);
  }

  /**
   * Refuses the next call that begins so, for example {@code POST /imports}, and lets others be.
   */
  public void refuseNext(String begin, int status, String title, String detail) {
    nextRefusal.set(new Refusal(begin, status, title, detail, List.of()));
  }

  /** The same, by field. */
  public void refuseNext(String begin, int status, String title, List<FieldError> errors) {
    nextRefusal.set(new Refusal(begin, status, title, null, errors));
  }

  /** What its caller may do from now on. */
  public void callerIs(Role other) {
    role = other;
  }

  /** Accepts another key from now on. */
  public void acceptOnly(String other) {
    key = other;
  }

  /** Runs this after it has refused a key and before the caller learns of it. */
  public void beforeRefusal(Runnable meanwhile) {
    beforeRefusal = meanwhile;
  }

  /** Goes away. */
  public void stop() {
    stream.breakAll();
    http.stop(0);
  }

  /** Comes back at the same address. */
  public void startAgain() {
    http = listen(port);
  }

  @Override
  public void close() {
    stop();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new FakeCall(exchange, ROOT, bodies::add);
      if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        beforeRefusal.run();
        answer(exchange, 401, new Refusal(401, "Not logged in", List.of()).problem());
      } else if (call.is("GET", "events", "stream")) {
        stream.serve(exchange);
      } else {
        respond(exchange, call);
      }
    }
  }

  private void respond(HttpExchange exchange, FakeCall call) throws IOException {
    calls.add(call.line());
    try {
      var refusal = nextRefusal.get();
      if (refusal != null
          && call.line().startsWith(refusal.begin)
          && nextRefusal.compareAndSet(refusal, null)) {
        throw refusal;
      }
      answer(exchange, 200, dispatch(call));
    } catch (Refusal refusal) {
      answer(exchange, refusal.status, refusal.problem());
    }
  }

  private void answer(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = body instanceof byte[] file ? file : json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private Object dispatch(FakeCall call) throws IOException {
    return switch (call.path(0)) {
      case "me" -> new Caller("anna", role);
      case "deliveries" -> delivery(call);
      case "bulk-retries" -> run(call);
      case "routes" -> route(call);
      case "connectors" -> connector(call);
      case "connector-types" -> new Page<>(connectors.types(), null);
      case "schedules" -> jobs.schedule(call.method(), call.path(), call.body());
      case "runs" -> jobs.run(call.path());
      case "imports" -> imports.answer(call.method(), call.path(), call.wantsJson(), call.body());
      case "import-profiles" -> imports.profile(call.method(), call.body());
      case "datasets" -> datasets.read(call.path(), new Caller("anna", role));
      case "dataset-policies" -> datasets.policy(call);
      case "documents" -> documents.answer(call);
      case "templates" -> templates.answer(call);
      case "users" -> new Page<>(FakeDatasets.users(), null);
      case "services" -> new Page<>(imports.services(), null);
      case "contracts" -> new Page<>(FakeRoutes.contracts(), null);
      case "events" -> new Page<>(List.of(sample(call.query("type"))), null);
      default -> throw new Refusal(404, "Not found", "There is no " + call.path(0) + ".");
    };
  }

  private StoredEvent sample(@Nullable String type) {
    return new StoredEvent("019a-999", String.valueOf(type), now, deliveries.envelope(999));
  }

  private Object delivery(FakeCall call) {
    if (call.length() == 1) {
      var limit = call.query("limit");
      return deliveries.page(
          filter(call), limit == null ? 50 : Integer.parseInt(limit), call.query("cursor"));
    }
    if (call.path(1).equals("counts")) {
      return deliveries.counts();
    }
    if (!deliveries.has(call.path(1))) {
      throw new Refusal(404, "Not found", "There is no such delivery.");
    }
    return call.length() == 2 ? deliveries.detail(call.path(1)) : change(call);
  }

  private Object change(FakeCall call) {
    if (role == Role.VIEWER) {
      throw new Refusal(403, "Forbidden", "A viewer cannot change deliveries.");
    }
    var row = deliveries.summary(FakeDeliveries.number(call.path(1)));
    boolean retry = call.path(2).equals("retry");
    if (retry && row.state() != DeliveryState.DEAD) {
      throw new Refusal(409, "Conflict", "The delivery is not dead any more.");
    }
    deliveries.change(
        FakeDeliveries.moved(row, retry ? DeliveryState.PENDING : DeliveryState.CANCELLED, now));
    return deliveries.detail(call.path(1));
  }

  private static DeliveryFilter filter(FakeCall call) {
    var state = call.query("state");
    var since = call.query("since");
    var until = call.query("until");
    return new DeliveryFilter(
        state == null ? null : DeliveryState.valueOf(state),
        call.query("route"),
        call.query("key"),
        since == null ? null : Instant.parse(since),
        until == null ? null : Instant.parse(until),
        call.query("text"));
  }

  private Object run(FakeCall call) throws IOException {
    if (call.length() == 1) {
      var draft = json.readValue(call.body(), BulkRetryDraft.class);
      return "true".equals(call.query("dryRun")) ? runs.plan(draft) : runs.start(draft);
    }
    if (call.length() == 2) {
      return runs.look(call.path(1));
    }
    return switch (call.path(2)) {
      case "items" -> new Page<>(runs.items(call.path(1), 200), null);
      case "pause" -> runs.steer(call.path(1), BulkRetryState.PAUSED);
      case "resume" -> runs.steer(call.path(1), BulkRetryState.RUNNING);
      default -> runs.steer(call.path(1), BulkRetryState.CANCELLED);
    };
  }

  private Object route(FakeCall call) throws IOException {
    if (call.length() == 1) {
      return call.method().equals("GET")
          ? new Page<>(List.copyOf(routes.byName.values()), null)
          : routes.store(json.readValue(call.body(), RouteDraft.class), "anna");
    }
    if (call.path(1).equals("preview")) {
      return FakeRoutes.preview(json.readValue(call.body(), PreviewRequest.class), deliveries);
    }
    var known = routes.byName.get(call.path(1));
    if (known == null) {
      throw new Refusal(404, "Not found", "There is no route " + call.path(1) + ".");
    }
    if (call.length() == 3) {
      var paused = call.path(2).equals("pause");
      return routes.turn(call.path(1), paused ? RouteState.PAUSED : RouteState.ACTIVE);
    }
    if (call.method().equals("GET")) {
      return known;
    }
    call.requireVersion(known.version());
    return routes.store(json.readValue(call.body(), RouteDraft.class), "anna");
  }

  private Object connector(FakeCall call) throws IOException {
    if (call.length() == 1) {
      return call.method().equals("GET")
          ? new Page<>(List.copyOf(connectors.byName.values()), null)
          : connectors.store(json.readValue(call.body(), ConnectorDraft.class));
    }
    var known = connectors.byName.get(call.path(1));
    if (known == null) {
      throw new Refusal(404, "Not found", "There is no connector " + call.path(1) + ".");
    }
    if (call.length() == 2 && call.method().equals("PUT")) {
      call.requireVersion(known.version());
      return connectors.store(json.readValue(call.body(), ConnectorDraft.class));
    }
    return call.length() == 2 ? known : act(call);
  }

  private Object act(FakeCall call) throws IOException {
    if (call.path(2).equals("describe")) {
      connectors.demandAnswer(call.path(1));
    }
    return switch (call.path(2)) {
      case "check" -> connectors.check(call.path(1));
      case "describe" ->
          FakeRoutes.sheet(
              json.readValue(call.body(), new TypeReference<Map<String, String>>() {}));
      case "pause" -> connectors.turn(call.path(1), ConnectorState.PAUSED);
      default -> connectors.turn(call.path(1), ConnectorState.UP);
    };
  }

  /** A refusal with its status. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String begin;
    final int status;
    private final String title;
    private final transient List<FieldError> errors;

    Refusal(int status, String title, String detail) {
      this("", status, title, detail, List.of());
    }

    Refusal(int status, String title, List<FieldError> errors) {
      this("", status, title, null, errors);
    }

    private Refusal(
        String begin, int status, String title, @Nullable String detail, List<FieldError> errors) {
      super(detail);
      this.begin = begin;
      this.status = status;
      this.title = title;
      this.errors = List.copyOf(errors);
    }

    Problem problem() {
      return new Problem("/problems/test", title, status, getMessage(), errors, "trace-7f3a");
    }
  }
}
