package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.intake.IncidentKind;
import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeState;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestBroker;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** Events that come through real brokers. */
@ExtendWith(SharedHub.class)
class IntakesIT {
  private static final int EVENTS = 200;

  private static TestBroker redis;
  private static TestBroker kafka;

  @BeforeAll
  static void startBrokers() {
    redis = TestBroker.start("redis");
    kafka = TestBroker.start("kafka");
  }

  @AfterAll
  static void stopBrokers() {
    redis.close();
    kafka.close();
  }

  @Test
  void theSameFactsByHttpRedisAndKafkaAreStoredAndDeliveredOnce(Workplace work)
      throws InterruptedException, ExecutionException {
    work.opened();
    var events =
        IntStream.range(0, EVENTS).mapToObj(i -> work.event("r-" + i, "Pothole " + i)).toList();

    read(work.hub().admin(), redisIntake(work.name()));
    read(work.hub().admin(), kafkaIntake(work.name()));
    addToStream(work.name(), events);
    produce(work.name(), events);
    work.post(events);

    work.await(DeliveryState.DELIVERED, EVENTS);
    awaitRead(work.hub().admin(), redisIntake(work.name()).name());
    awaitRead(work.hub().admin(), kafkaIntake(work.name()).name());
    work.await(DeliveryState.DELIVERED, EVENTS);
    assertThat(work.rows()).hasSize(EVENTS + 1).doesNotHaveDuplicates();
  }

  @Test
  void aRecordThatIsNoEventIsPutAsideAndReadingGoesOn(Workplace work) {
    work.opened();
    var draft = redisIntake(work.name());
    read(work.hub().admin(), draft);
    try (var client = RedisClient.create(redis.uri().getHost(), redis.uri().getPort())) {
      client.xadd(work.name(), XAddParams.xAddParams(), Map.of("event", "no JSON"));
    }
    addToStream(work.name(), List.of(work.event("r-1", "Pothole")));

    work.await(DeliveryState.DELIVERED, 1);
    var unreadable =
        work.hub()
            .admin()
            .get("/intakes/" + draft.name() + "/unreadable")
            .page(UnreadableView.class)
            .items();
    assertThat(unreadable).singleElement().matches(record -> record.text().equals("no JSON"));
    assertThat(unreadable.getFirst().position()).startsWith(work.name() + "@");
  }

  @Test
  void anIntakeIsSwitchedOffChangedAndDeleted(Workplace work) {
    work.opened();
    var admin = work.hub().admin();
    var draft = redisIntake(work.name());
    read(admin, draft);

    var off = new IntakeDraft(draft.name(), "redis", draft.settings(), Map.of(), false);
    admin.put("/intakes/" + draft.name(), "\"1\"", off).as(200, IntakeView.class);
    Eventually.soon().passes(() -> assertThat(one(admin, draft.name()).nodes()).isEmpty());
    addToStream(work.name(), List.of(work.event("r-1", "Pothole")));
    admin.put("/intakes/" + draft.name(), "\"2\"", draft).as(200, IntakeView.class);

    work.await(DeliveryState.DELIVERED, 1);
    assertThat(admin.delete("/intakes/" + draft.name(), "\"3\"").status()).isEqualTo(204);
    assertThat(admin.get("/intakes/" + draft.name()).status()).isEqualTo(404);
  }

  @Test
  void aGapIsToldUntilSomebodyHasSeenIt(Workplace work) {
    work.opened();
    var admin = work.hub().admin();
    var draft = redisIntake(work.name());
    read(admin, draft);
    addToStream(work.name(), List.of(work.event("r-1", "Pothole")));
    work.await(DeliveryState.DELIVERED, 1);

    try (var client = RedisClient.create(redis.uri().getHost(), redis.uri().getPort())) {
      client.del(work.name());
    }
    Eventually.soon()
        .passes(
            () ->
                assertThat(one(admin, draft.name()).incidents())
                    .extracting(IncidentView::kind)
                    .containsExactly(IncidentKind.STREAM_LOST));
    Eventually.soon() // it is up again a moment later
        .passes(
            () ->
                assertThat(work.hub().management().get("//metrics").text())
                    .contains("patchbay_intake_incidents{intake=\"" + draft.name() + "\"} 1")
                    .containsPattern(
                        "patchbay_intake_up\\{intake=\"" + draft.name() + "\",node=[^}]*} 1")
                    .containsPattern(
                        "patchbay_intake_lag\\{intake=\"" + draft.name() + "\",node="));

    var seen = "/intakes/%s/incidents/%d/seen".formatted(draft.name(), id(admin, draft.name()));
    assertThat(work.hub().as(Role.SUPPORT).post(seen).as(200, IntakeView.class).incidents())
        .isEmpty();
    assertThat(admin.post(seen).status()).isEqualTo(404);
  }

  private static long id(ApiCaller admin, String intake) {
    return one(admin, intake).incidents().getFirst().id();
  }

  @Test
  void saysWhichSettingIsWrong(Workplace work) {
    var admin = work.hub().admin();
    var draft =
        new IntakeDraft(
            work.name(), "redis", Map.of("url", "ftp://x", "speed", "9"), Map.of(), true);

    assertThat(admin.post("/intakes", draft).as(400, Problem.class).errors())
        .extracting(error -> error.field())
        .contains("/settings/speed", "/settings/stream");
    var unknown = new IntakeDraft(work.name(), "carrier-pigeon", Map.of(), Map.of(), true);
    assertThat(admin.post("/intakes", unknown).as(400, Problem.class).errors())
        .extracting(error -> error.message())
        .containsExactly("is not installed; installed: [kafka, redis]");
  }

  private static IntakeDraft redisIntake(String stream) {
    return new IntakeDraft(
        "redis-" + stream,
        "redis",
        Map.of("url", redis.uri().toString(), "stream", stream),
        Map.of(),
        true);
  }

  private static IntakeDraft kafkaIntake(String topic) {
    return new IntakeDraft(
        "kafka-" + topic,
        "kafka",
        Map.of("bootstrap-servers", kafka.uri().getAuthority(), "topics", topic),
        Map.of(),
        true);
  }

  /** Creates it. */
  private static void read(ApiCaller admin, IntakeDraft draft) {
    admin.post("/intakes", draft).as(201, IntakeView.class);
  }

  /** Waits until it is up and has brought all there is. */
  private static void awaitRead(ApiCaller admin, String intake) {
    Eventually.soon()
        .passes(
            () ->
                assertThat(one(admin, intake).nodes())
                    .extracting(IntakeNodeView::state, IntakeNodeView::lag, IntakeNodeView::events)
                    .containsExactly(tuple(IntakeState.UP, 0L, (long) EVENTS)));
  }

  private static IntakeView one(ApiCaller admin, String intake) {
    return admin.get("/intakes/" + intake).as(200, IntakeView.class);
  }

  private static void addToStream(String stream, List<Map<String, Object>> events) {
    try (var client = RedisClient.create(redis.uri().getHost(), redis.uri().getPort())) {
      for (var event : events) {
        var json = new String(ServerJson.bytes(event), StandardCharsets.UTF_8);
        client.xadd(stream, XAddParams.xAddParams(), Map.of("event", json));
      }
    }
  }

  private static void produce(String topic, List<Map<String, Object>> events)
      throws InterruptedException, ExecutionException {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.uri().getAuthority());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var event : events) {
        var record = new ProducerRecord<>(topic, "key", ServerJson.bytes(event));
        record
            .headers()
            .add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
      }
    }
  }
}
