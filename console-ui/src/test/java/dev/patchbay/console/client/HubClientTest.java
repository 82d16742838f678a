package dev.patchbay.console.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.fake.FakeJobs;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.route.PreviewRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubClientTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  private final FakeHub hub = new FakeHub(100, NOW);
  private final HubClient client = new HubClient(hub.uri(), FakeHub.KEY);

  @AfterEach
  void close() {
    client.close();
    hub.close();
  }

  /** A call that is expected to fail. */
  private interface Attempt {
    void call() throws HubException, InterruptedException;
  }

  private static Failure failureOf(Attempt attempt) throws InterruptedException {
    try {
      attempt.call();
    } catch (HubException refused) {
      return refused.failure();
    }
    throw new AssertionError("it worked");
  }

  /** A server that answers everything with this. */
  private static HttpServer answering(int status, String type, String body) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Failure meAt(HttpServer server) throws InterruptedException {
    try (var other = new HubClient(address(server), "pb_k")) {
      return failureOf(other::me);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void knowsWhoTheKeyBelongsTo() throws HubException, InterruptedException {
    assertThat(client.me()).isEqualTo(new Caller("anna", Role.ADMIN));
  }

  @Test
  void absentPartsOfAFilterLeaveNoTraceInTheAddress() throws HubException, InterruptedException {
    var filter =
        new DeliveryFilter(DeliveryState.DEAD, "street lights", "A&B=1", NOW, null, "50 % + ü");
    client.deliveries(filter, null, 50);
    assertThat(hub.calls)
        .containsExactly(
            "GET /deliveries?state=DEAD&route=street%20lights&key=A%26B%3D1"
                + "&since=2026-11-23T14%3A05%3A00Z&text=50%20%25%20%2B%20%C3%BC&limit=50");
  }

  @Test
  void aReadOnlyClientSendsNothingThatChangesAnything() throws InterruptedException {
    client.readOnly(true);
    var connector = new ConnectorDraft("c", "google-sheets", Map.of(), Map.of(), true);
    var route = hub.routes.byName.values().iterator().next().route();
    var run = new BulkRetryDraft(DeliveryFilter.ALL, null, null);
    List<Attempt> changes =
        List.of(
            () -> client.retry("d-3"),
            () -> client.cancel("d-3"),
            () -> client.start(run),
            () -> client.steer("run-1", Switch.PAUSE),
            () -> client.createRoute(route),
            () -> client.changeRoute(route, 1),
            () -> client.switchRoute("requests", Switch.PAUSE),
            () -> client.createConnector(connector),
            () -> client.changeConnector(connector, 1),
            () -> client.switchConnector("c", Switch.TRIGGER),
            () -> client.check("c"));
    for (var change : changes) {
      assertThat(failureOf(change)).isEqualTo(new Failure.ReadOnly());
    }
    assertThat(hub.calls).isEmpty();
  }

  @Test
  void aReadOnlyClientGoesOnAsking() throws HubException, InterruptedException {
    client.readOnly(true);
    client.counts();
    client.plan(new BulkRetryDraft(DeliveryFilter.ALL, null, null));
    client.preview(new PreviewRequest(null, List.of(), 1));
    client.describe("city-sheets", Map.of("tab", "Requests"));
    assertThat(hub.calls).hasSize(4);
  }

  @Test
  void pagesFollowOneAnotherByCursor() throws HubException, InterruptedException {
    var first = client.deliveries(DeliveryFilter.ALL, null, 60);
    var second = client.deliveries(DeliveryFilter.ALL, first.next(), 60);
    assertThat(List.of(first.items().size(), second.items().size())).containsExactly(60, 40);
    assertThat(second.items().getFirst().id()).isEqualTo("d-40");
    assertThat(second.next()).isNull();
  }

  @Test
  void absentPartsOfABodyAreNotSent() throws HubException, InterruptedException {
    client.plan(new BulkRetryDraft(DeliveryFilter.ALL, null, null));
    assertThat(hub.bodies).containsExactly("{\"filter\":{\"except\":[]}}");
  }

  @Test
  void aChangeCarriesTheVersionItIsBasedOn() throws HubException, InterruptedException {
    var route = client.route("requests");
    client.changeRoute(route.route(), route.version());
    var failure = failureOf(() -> client.changeRoute(route.route(), route.version()));
    assertThat(failure).isInstanceOf(Failure.Stale.class);
  }

  @Test
  void aProblemArrivesWithItsFieldsAndItsTrace() throws IOException, InterruptedException {
    var json =
        """
        {"type":"/problems/invalid-field","title":"Invalid field","status":400,
         "detail":"One field is wrong.","errors":[{"field":"/key","message":"must be a pointer"}],
         "trace":"t-17","further":"ignored"}
        """;
    assertThat(meAt(answering(400, "application/problem+json", json)))
        .isEqualTo(
            new Failure.Refused(
                new Problem(
                    "/problems/invalid-field",
                    "Invalid field",
                    400,
                    "One field is wrong.",
                    List.of(new FieldError("/key", "must be a pointer")),
                    "t-17")));
  }

  @Test
  void aRefusalWithoutAProblemIsStillARefusal() throws IOException, InterruptedException {
    assertThat(meAt(answering(502, "text/html", "<h1>Bad gateway</h1>")))
        .isEqualTo(
            new Failure.Refused(
                new Problem("about:blank", "HTTP 502", 502, null, List.of(), null)));
  }

  @Test
  void everyStatusHasItsMeaning() throws InterruptedException {
    var kinds =
        Map.of(
            401, Failure.LoggedOut.class,
            403, Failure.Forbidden.class,
            404, Failure.Refused.class,
            409, Failure.Refused.class,
            412, Failure.Stale.class,
            429, Failure.LoggedOut.class,
            500, Failure.Refused.class);
    for (var kind : kinds.entrySet()) {
      hub.refuseNext(kind.getKey(), "No", "Not now.");
      assertThat(failureOf(client::me)).as("status " + kind.getKey()).isInstanceOf(kind.getValue());
    }
  }

  @Test
  void anAnswerOfAnotherProgramIsUnreadable() throws IOException, InterruptedException {
    assertThat(meAt(answering(200, "text/html", "<html>"))).isInstanceOf(Failure.Unreadable.class);
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws InterruptedException {
    hub.stop();
    assertThat(failureOf(client::me))
        .isEqualTo(new Failure.Unreachable(hub.uri().toString(), "connection refused"));
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException, InterruptedException {
    var stuck = new CountDownLatch(1);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", _ -> awaitQuietly(stuck));
    server.start();
    try (var transport = new Transport(address(server), "pb_k", Duration.ofMillis(150))) {
      assertThat(failureOf(() -> transport.send(Call.get("/me"), new TypeReference<Caller>() {})))
          .isEqualTo(new Failure.Unreachable(address(server).toString(), "no answer in time"));
    } finally {
      stuck.countDown();
      server.stop(0);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theRefusalOfAKeyThatIsReplacedByNowIsNotToldOfTheNewOne() throws Exception {
    hub.acceptOnly("pb_second");
    hub.beforeRefusal(() -> client.useKey("pb_second"));
    assertThat(client.me().user()).isEqualTo("anna");
  }

  @Test
  void filesKnowOfKeysWhatOtherCallsKnow(@TempDir Path folder) throws Exception {
    hub.acceptOnly("pb_second");
    hub.beforeRefusal(() -> client.useKey("pb_second"));
    var file = client.jobs().save("r-1", folder.resolve("open.csv"));
    assertThat(file).hasBinaryContent(FakeJobs.FILE);

    hub.acceptOnly("pb_third");
    hub.beforeRefusal(() -> client.useKey("pb_third"));
    client.imports().start(file, draft());
    assertThat(hub.imports.forms).hasSize(1);
    client.readOnly(true);
    assertThat(failureOf(() -> client.imports().start(file, draft())))
        .isEqualTo(new Failure.ReadOnly());
  }

  private static ImportDraft draft() {
    return new ImportDraft(
        "requests", null, List.of(), null, true, false, OnErrors.SKIP, null, null, null);
  }

  @Test
  void whatCannotBeAKeyIsNotSent(@TempDir Path folder) throws InterruptedException {
    client.useKey("key\r\nX-Evil: 1");
    assertThat(failureOf(client::me)).isInstanceOf(Failure.LoggedOut.class);
    assertThat(failureOf(() -> client.jobs().save("r-1", folder.resolve("x"))))
        .isInstanceOf(Failure.LoggedOut.class);
    assertThat(hub.calls).isEmpty();
  }

  @Test
  void noFailureAndNoObjectTellsTheKeyInWords() throws InterruptedException {
    var words = new StringBuilder();
    try (var transport = new Transport(hub.uri(), FakeHub.KEY)) {
      words.append(transport);
    }
    hub.acceptOnly("another");
    words.append(client).append(failureOf(client::me));
    hub.stop();
    words.append(failureOf(client::me)).append(new HubException(failureOf(client::me)));
    assertThat(words.toString()).doesNotContain(FakeHub.KEY);
  }

  @Test
  void anInterruptedCallStops() {
    Thread.currentThread().interrupt();
    var thrown = catchThrowable();
    assertThat(thrown).isInstanceOf(InterruptedException.class);
  }

  private Throwable catchThrowable() {
    try {
      client.me();
      throw new AssertionError("it worked");
    } catch (HubException | InterruptedException stopped) {
      return stopped;
    }
  }
}
