package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.EventContracts;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.RawCall;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.rig.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /events}: receipts, and what is refused without a trace. */
@ExtendWith(SharedHub.class)
class InboxIT {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LARGEST = 4 << 20;
  private final TestHub hub;
  private final ApiCaller service;
  private final String source = "/inbox/" + UUID.randomUUID();

  InboxIT(TestHub hub) {
    this.hub = hub;
    this.service = hub.as(Role.SERVICE);
  }

  @Test
  void aReceiptTellsWhatBecameOfEachEvent() {
    var first = post(List.of(event("a", "request.created", Map.of("id", "1")))).getFirst();
    assertThat(first.status()).isEqualTo(ReceiptStatus.ACCEPTED);
    assertThat(first.event()).isNotNull();

    assertThat(
            post(
                List.of(
                    event("a", "request.created", Map.of("id", "1")),
                    event("a", "request.created", Map.of("id", "2")),
                    event("b", "request.created", Map.of("title", "no id")))))
        .containsExactly(
            receipt("a", ReceiptStatus.DUPLICATE),
            receipt(
                "a",
                ReceiptStatus.CONFLICT,
                "/id was accepted before with other content; give it a new id"),
            receipt("b", ReceiptStatus.QUARANTINED, "/data/id is missing; it must be given"));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractIsKept(String type) {
    Map<String, Object> full =
        Map.of("id", "1", "requestId", "2", "status", "open", "url", "https://example.org/a.jpg");
    var answers =
        post(List.of(event("good", type, full), event("bad", type, Map.of("title", "none"))));
    assertThat(answers)
        .extracting(EventReceipt::status)
        .containsExactly(ReceiptStatus.ACCEPTED, ReceiptStatus.QUARANTINED);
    assertThat(answers.getLast().reasons()).contains("/data/id is missing; it must be given");
  }

  @Test
  void anUnknownTypeIsQuarantinedAndTheReasonNamesTheKnownOnes() {
    var receipt = post(List.of(event("x", "request.exploded", Map.of("id", "1")))).getFirst();
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.QUARANTINED);
    assertThat(receipt.reasons())
        .containsExactly(
            "/type names no known contract; write one of "
                + String.join(", ", EventContracts.types()));
  }

  @Test
  void extensionsAndUnknownDataAreKept() {
    var event = new HashMap<>(event("e", "user.created", Map.of("id", "1", "shoe", 43.50)));
    event.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    post(List.of(event));
    var stored =
        hub.as(Role.VIEWER)
            .get("/events?type=user.created&limit=1")
            .page(StoredEvent.class)
            .items()
            .getFirst();
    assertThat(stored.type()).isEqualTo("user.created");
    assertThat(stored.envelope()).isEqualTo(event);
  }

  @Test
  void anEmptyBatchIsAnsweredWithoutReceipts() {
    assertThat(service.post("/events", BATCH, "[]").as(202, EventReceipts.class))
        .isEqualTo(new EventReceipts(List.of()));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatCannotBeReadIsRefusedAndNothingIsStored(
      String mediaType, String body, int status, String fault) {
    var before = stored();
    var problem = service.post("/events", mediaType, body).problem(status);
    assertThat(problem.errors()).extracting(error -> error.field()).containsExactly(fault);
    assertThat(problem.errors().getFirst().message()).isNotBlank();
    assertThat(stored()).isEqualTo(before);
  }

  static Stream<Arguments> unreadable() {
    var good = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"user.created\"}";
    return Stream.of(
        Arguments.of(STRUCTURED, "{\"specversion\":", 400, "/specversion"),
        Arguments.of(STRUCTURED, "", 400, ""),
        Arguments.of(STRUCTURED, good + good, 400, ""),
        Arguments.of(STRUCTURED, good.replace("\"id\":\"1\",", ""), 400, "/id"),
        Arguments.of(STRUCTURED, good.replace("1.0", "2.0"), 400, "/specversion"),
        Arguments.of(STRUCTURED, good.replace("}", ",\"id\":\"2\"}"), 400, "/id"),
        Arguments.of(STRUCTURED, good.replace("}", ",\"data\":" + nested(64) + "}"), 400, deep(63)),
        Arguments.of(
            BATCH,
            "[" + good + ",{\"id\":\"2\",\"source\":\"/s\",\"type\":\"t\"}]",
            400,
            "/1/specversion"),
        Arguments.of(BATCH, good, 400, ""),
        Arguments.of(BATCH, "[" + good, 400, "/0"),
        Arguments.of(
            BATCH, "[" + String.join(",", Collections.nCopies(1_001, good)) + "]", 413, ""));
  }

  @Test
  void aBinaryEventWithoutItsAttributesIsRefusedByHeader() {
    var before = stored();
    var reply =
        service.send(
            service
                .with("POST", "/events", "application/json", "{\"id\":\"1\"}")
                .header("ce-id", "1")
                .header("ce-source", "/s")
                .header("ce-specversion", "1.0"));
    assertThat(reply.faults(400)).containsExactly("ce-type");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void otherMediaTypesAreUnsupported() {
    var event = event("m", "user.created", Map.of("id", "1"));
    assertThat(service.post("/events", "text/plain", event).problem(415).detail())
        .contains(STRUCTURED, BATCH);
    service.post("/events", "application/json", event).problem(415);
    service.post("/events").problem(415);
  }

  @Test
  void compressedBodiesAreUnsupportedNotUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("[".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
    }
    var before = stored();
    for (var path : List.of("/events", "/connectors")) {
      var reply =
          hub.admin()
              .send(
                  hub.admin()
                      .request(path)
                      .header("Content-Type", path.equals("/events") ? BATCH : "application/json")
                      .header("Content-Encoding", "gzip")
                      .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
      assertThat(reply.problem(415).detail()).contains("Content-Encoding");
      assertThat(reply.header("Accept-Encoding")).contains("identity");
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aBodyThatAnnouncesTooMuchIsRefusedBeforeItIsSent() throws IOException {
    try (var call = new RawCall(service.root())) {
      var answer = call.head(headers("Content-Length: " + (LARGEST + 1))).answer();
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
    }
  }

  @Test
  void whoSendsTooMuchTooFastStillReadsWhy() throws IOException {
    for (var path : List.of("/events", "/connectors")) {
      for (int i = 0; i < 10; i++) {
        try (var call = new RawCall(service.root())) {
          var body = new byte[LARGEST + (1 << 20)];
          call.head(headersTo(path, "Content-Length: " + body.length)).send(body);
          assertThat(call.answer()).startsWith("HTTP/1.1 413 ");
          assertThat(call.isClosedByServer()).isTrue();
        }
      }
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
    var before = stored();
    try (var call = new RawCall(service.root())) {
      var size = Integer.toHexString(LARGEST + 1) + "\r\n";
      call.head(headers("Transfer-Encoding: chunked"));
      call.send(size.getBytes(StandardCharsets.US_ASCII)).send(new byte[LARGEST + 1]);
      assertThat(call.answer()).startsWith("HTTP/1.1 413 ").contains("too-large");
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void queryParametersAndOtherMethodsAreRefused() {
    var event = event("q", "user.created", Map.of("id", "1"));
    assertThat(service.post("/events?sync=true", STRUCTURED, event).faults(400))
        .containsExactly("sync");
    var reply = hub.admin().send(hub.admin().with("PUT", "/events", STRUCTURED, event));
    reply.problem(405);
    assertThat(reply.header("Allow").orElse("")).contains("POST", "GET");
  }

  @Test
  void anEventThatNoRouteCanPlaceIsQuarantined(Workplace work) {
    work.opened();
    var event = new HashMap<>(work.event("x", "t"));
    event.put("data", Map.of("id", "k\u0001"));
    var receipt = work.post(List.of(event)).receipts().getFirst();
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.QUARANTINED);
    assertThat(receipt.reasons()).singleElement().asString().contains(work.name(), "/data/id");
  }

  @Test
  void theBooksBalance(Workplace work) {
    work.opened();
    var before = counts();
    work.post(
        List.of(
            work.event("one", "t"),
            work.event("two", "t", "no number"),
            event("none", "user.created", Map.of("id", "1")),
            event("bad", "user.created", Map.of())));
    work.await(Map.of("one", DeliveryState.DELIVERED, "two", DeliveryState.DEAD));
    var after = counts();
    assertThat(after.accepted() - before.accepted()).isEqualTo(4);
    assertThat(after.noRoute() - before.noRoute()).isEqualTo(1);
    assertThat(after.quarantined() - before.quarantined()).isEqualTo(1);
    assertThat(after.noRoute() + after.quarantined() + sum(after.byState()))
        .isEqualTo(after.accepted());
  }

  static List<String> contracts() {
    return EventContracts.types();
  }

  private static long sum(Map<DeliveryState, Long> byState) {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  private String[] headers(String... more) {
    return headersTo("/events", more);
  }

  private String[] headersTo(String path, String... more) {
    return Stream.concat(
            Stream.of(
                "POST /api/v1/integration" + path + " HTTP/1.1",
                "Authorization: Bearer " + service.key().orElseThrow(),
                "Content-Type: " + STRUCTURED),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private List<EventReceipt> post(List<Map<String, Object>> events) {
    return service.post("/events", BATCH, events).as(202, EventReceipts.class).receipts();
  }

  private Map<String, Object> event(String id, String type, Map<String, Object> data) {
    return Map.of("specversion", "1.0", "id", id, "source", source, "type", type, "data", data);
  }

  private EventReceipt receipt(String id, ReceiptStatus status, String... reasons) {
    return new EventReceipt(source, id, status, null, List.of(reasons));
  }

  private List<Long> stored() {
    var counts = counts();
    return List.of(counts.accepted(), counts.quarantined());
  }

  private DeliveryCounts counts() {
    return hub.admin().get("/deliveries/counts").as(200, DeliveryCounts.class);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String deep(int depth) {
    return "/data" + IntStream.range(0, depth).mapToObj(_ -> "/0").reduce("", String::concat);
  }
}
