package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.auth.Scopes;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Operation;
import dev.patchbay.services.standin.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages, which are sent a second after they were taken. One to an address with {@code bounce} in
 * it fails. Thread-safe.
 */
public final class NotificationService {
  private static final Duration SENDING = Duration.ofSeconds(1);

  private static final Shape RECIPIENT =
      new Shape(Map.of("userId", Shape.text(1, 512), "address", Shape.text(1, 320)), Set.of());
  private static final Shape DRAFT =
      new Shape(
          Map.of(
              "channel", Shape.oneOf(Set.of("email", "sms", "push")),
              "recipient",
                  new Shape.Member("must have userId or address", NotificationService::isRecipient),
              "subject", Shape.text(0, 500).orNull(),
              "text", Shape.text(1, 20_000),
              "requestId", Shape.text(0, 512).orNull()),
          Set.of("channel", "recipient", "text"));

  private record Taken(ObjectNode notification, Instant at, boolean bounces) {}

  private final Map<String, Taken> taken = new ConcurrentHashMap<>();
  private final Idempotency idempotency;
  private final InstantSource clock;

  public NotificationService(InstantSource clock) {
    this.idempotency = new Idempotency(clock);
    this.clock = clock;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.guarded(
            "sendNotification", Scopes.NOTIFICATIONS_SEND, "POST", "/notifications", this::send),
        Operation.guarded(
            "getNotification", Scopes.NOTIFICATIONS_READ, "GET", "/notifications/{id}", this::get));
  }

  private Answer send(Exchange exchange) {
    var draft = exchange.call().object();
    DRAFT
        .faultOf(draft)
        .ifPresent(
            fault -> {
              throw Refusal.field(fault.field(), fault.message());
            });
    return idempotency.once(exchange, () -> taken(draft));
  }

  private Answer taken(ObjectNode draft) {
    var now = clock.instant();
    var id = "n-" + UUID.randomUUID();
    var notification =
        Json.object()
            .put("id", id)
            .put("status", "queued")
            .put("channel", draft.path("channel").asText())
            .put("createdAt", now.toString())
            .put("updatedAt", now.toString())
            .putNull("reason");
    notification.put("requestId", draft.path("requestId").textValue());
    var bounces = draft.at("/recipient/address").asText("").contains("bounce");
    taken.put(id, new Taken(notification, now, bounces));
    return Answer.json(202, notification).with("Location", "/notifications/" + id);
  }

  private Answer get(Exchange exchange) {
    exchange.query().only(Set.of());
    return Answer.ok(
        Optional.ofNullable(taken.get(exchange.id()))
            .map(this::now)
            .orElseThrow(() -> Refusal.notFound("There is no notification with this id.")));
  }

  private ObjectNode now(Taken one) {
    var sent = one.at().plus(SENDING);
    if (clock.instant().isBefore(sent)) {
      return one.notification();
    }
    var notification = one.notification().deepCopy().put("updatedAt", sent.toString());
    return one.bounces()
        ? notification.put("status", "failed").put("reason", "The address does not exist.")
        : notification.put("status", "sent");
  }

  private static boolean isRecipient(JsonNode value) {
    return value.size() == 1 && RECIPIENT.faultOf(value).isEmpty();
  }
}
