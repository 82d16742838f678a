package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestBroker;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/** What core services are told of their events, at a real broker. */
@ExtendWith(SharedHub.class)
class ResultsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static TestBroker redis;

  private final Workplace work;
  private final String results;

  ResultsIT(Workplace work) {
    this.work = work;
    this.results = work.name() + "-results";
  }

  @BeforeAll
  static void startRedis() {
    redis = TestBroker.start("redis");
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @Test
  void eachTimeThatADeliveryDiesIsToldAtTheBrokerThatItsEventCameBy() {
    work.opened();
    read(redis.uri().getPort(), work.name(), results);
    tell(work.event("1", "Pothole in Ada's street", "many"));
    var dead = work.await(DeliveryState.DEAD, 1).getFirst();

    var first = told(1).getFirst();
    assertThat(first)
        .isEqualTo(expected(first.get("id").textValue(), first.get("time").textValue(), dead));
    assertThat(first.toString()).doesNotContain("Pothole");

    work.hub()
        .as(Role.SUPPORT)
        .post("/deliveries/" + dead.id() + "/retry")
        .as(200, DeliveryDetail.class);
    var both = told(2);
    assertThat(both.getLast().get("subject")).isEqualTo(first.get("subject"));
    assertThat(both.getLast().get("data")).isEqualTo(first.get("data"));
    assertThat(both.getLast().get("id")).isNotEqualTo(first.get("id"));
    awaitMetrics(
        "patchbay_results_published_total{intake=\"in-" + work.name() + "\"} 2.0", waiting(0));
  }

  @Test
  void anotherIntakeReadsResultsAsTheEventsThatTheyAre() {
    work.opened();
    read(redis.uri().getPort(), work.name(), results);
    tell(work.event("1", "t", "many"), work.event("2", "t", "more"));
    work.await(DeliveryState.DEAD, 2);
    told(2);

    read(redis.uri().getPort(), results, results + "-again");

    var intake = "/intakes/in-" + results;
    Eventually.soon()
        .passes(
            () ->
                assertThat(work.hub().admin().get(intake).as(200, IntakeView.class).nodes())
                    .extracting(IntakeNodeView::events)
                    .containsExactly(2L));
    assertThat(work.hub().admin().get(intake + "/unreadable").page(UnreadableView.class).items())
        .isEmpty();
  }

  @Test
  void resultsWaitWhileTheBrokerIsAwayAndAreToldWhenItIsBack() {
    work.opened();
    try (var proxy = TcpFaultProxy.to(redis.uri().getPort())) {
      read(proxy.port(), work.name(), results);
      pauseRoute("pause");
      IntStream.range(0, 150).forEach(i -> tell(work.event("r" + i, "t", "many")));
      work.await(DeliveryState.PENDING, 150);
      proxy.inject(new Fault.Cut());
      pauseRoute("resume");
      work.await(DeliveryState.DEAD, 150);
      awaitMetrics(waiting(150));

      proxy.heal();

      assertThat(told(150))
          .extracting(result -> result.at("/data/key").textValue())
          .doesNotHaveDuplicates();
      awaitMetrics(waiting(0));
    }
  }

  private JsonNode expected(String id, String time, DeliverySummary dead) {
    var event = Map.of("source", work.source(), "id", "1", "type", "request.created");
    var data =
        Map.of(
            "delivery", dead.id(),
            "event", event,
            "route", work.name(),
            "connector", work.name(),
            "key", "1",
            "tries", 1,
            "cause", String.valueOf(dead.cause()));
    return JSON.valueToTree(
        Map.of(
            "specversion",
            "1.0",
            "id",
            id,
            "source",
            "/patchbay",
            "type",
            "integration.delivery.failed",
            "subject",
            dead.id(),
            "time",
            time,
            "datacontenttype",
            "application/json",
            "data",
            data));
  }

  private void pauseRoute(String action) {
    work.hub().admin().post("/routes/" + work.name() + "/" + action).as(200, RouteView.class);
  }

  private String waiting(int count) {
    return "patchbay_results_waiting{intake=\"in-%s\"} %d.0".formatted(work.name(), count);
  }

  private void awaitMetrics(String... lines) {
    Eventually.soon()
        .passes(() -> assertThat(work.hub().management().get("//metrics").text()).contains(lines));
  }

  private void read(int port, String stream, String resultStream) {
    var settings =
        Map.of("url", "redis://127.0.0.1:" + port, "stream", stream, "result-stream", resultStream);
    var draft = new IntakeDraft("in-" + stream, "redis", settings, Map.of(), true);
    work.hub().admin().post("/intakes", draft).as(201, IntakeView.class);
  }

  @SafeVarargs
  private final void tell(Map<String, Object>... events) {
    try (var client = client()) {
      for (var event : events) {
        var json = new String(ServerJson.bytes(event), StandardCharsets.UTF_8);
        client.xadd(work.name(), XAddParams.xAddParams(), Map.of("event", json));
      }
    }
  }

  /** Waits until so many results are on the stream. */
  private List<JsonNode> told(int count) {
    Eventually.soon().passes(() -> assertThat(entries()).hasSize(count));
    return entries().stream().map(ResultsIT::json).toList();
  }

  private List<StreamEntry> entries() {
    try (var client = client()) {
      return client.xrange(results, "-", "+");
    }
  }

  private static JsonNode json(StreamEntry entry) {
    try {
      return JSON.readTree(entry.getFields().get("event"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(entry.toString(), e);
    }
  }

  private static RedisClient client() {
    return RedisClient.create(redis.uri().getHost(), redis.uri().getPort());
  }
}
