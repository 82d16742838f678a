package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that go to any service by HTTP. */
@ExtendWith(SharedHub.class)
class HttpTargetIT {
  private final Map<String, String> applied = new ConcurrentHashMap<>();
  private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  private HttpServer service;

  @BeforeEach
  void open() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/hooks/requests", this::take);
    service.start();
  }

  @AfterEach
  void close() {
    service.stop(0);
  }

  @Test
  void everyEventIsAppliedOnceThoughTheServiceFailsAndAnswersAreLost(Workplace work) {
    var created = work.hub().admin().post("/connectors", connector(work));
    assertThat(created.as(201, ConnectorView.class).guarantee()).isEqualTo(Guarantee.IDEMPOTENT);
    work.hub().admin().post("/routes", route(work)).as(201, RouteView.class);
    failures.addAll(List.of(500, 0, 503, 0));

    work.post(IntStream.range(0, 20).mapToObj(i -> work.event("r-" + i, "Pothole")).toList());
    var delivered = work.await(DeliveryState.DELIVERED, 20);

    assertThat(applied.keySet())
        .containsExactlyInAnyOrderElementsOf(delivered.stream().map(DeliverySummary::id).toList());
    assertThat(applied.values())
        .contains(
            "{\"delivery\":\"%s\",\"key\":\"r-7\",\"data\":{\"Id\":\"r-7\",\"Title\":\"Pothole\",\"Comments\":7}}"
                .formatted(idOf(delivered, "r-7")));
  }

  private ConnectorDraft connector(Workplace work) {
    var address = "http://127.0.0.1:" + service.getAddress().getPort();
    return new ConnectorDraft(
        work.name(),
        "http",
        Map.of("url", address, "idempotent", "true"),
        Map.of("authorization", "Bearer t0ken"),
        true);
  }

  private static RouteDraft route(Workplace work) {
    var sheet = work.route();
    return new RouteDraft(
        sheet.name(),
        sheet.eventTypes(),
        sheet.filter(),
        sheet.key(),
        sheet.connector(),
        Map.of("path", "hooks/requests"),
        WriteMode.APPEND,
        sheet.columns(),
        sheet.state());
  }

  private static String idOf(List<DeliverySummary> deliveries, String key) {
    return deliveries.stream()
        .filter(delivery -> delivery.key().equals(key))
        .map(DeliverySummary::id)
        .findFirst()
        .orElseThrow();
  }

  /** Fails first and applies then; 0 stands for an answer that is lost after it was applied. */
  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = "Bearer t0ken".equals(header(exchange, "Authorization")) ? next() : 401;
    if (status == 200 || status == 0) {
      applied.merge(header(exchange, "Idempotency-Key"), body, HttpTargetIT::same);
    }
    if (status != 0) {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private int next() {
    var failure = failures.poll();
    return failure == null ? 200 : failure;
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  /** The same key comes with the same body, or an update would be lost. */
  private static String same(String before, String now) {
    return before.equals(now) ? before : before + " AND THEN " + now;
  }
}
