package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Comments on requests. Thread-safe. */
final class Comments {
  private static final List<String> ORDERS = List.of("createdAt");
  private static final Shape DRAFT =
      new Shape(
          Map.of(
              "text", Shape.text(1, 10_000),
              "public", Shape.FLAG,
              "author", Shape.OBJECT.orNull(),
              "mediaUrl", Shape.ADDRESS.orNull()),
          Set.of("text"));

  private final Shelf requests;
  private final Shelf comments;
  private final Idempotency idempotency;
  private final InstantSource clock;

  Comments(Shelf requests, List<ObjectNode> first, Idempotency idempotency, InstantSource clock) {
    this.requests = requests;
    this.comments = new Shelf(first);
    this.idempotency = idempotency;
    this.clock = clock;
    first.forEach(this::count);
  }

  Answer list(Exchange exchange) {
    var query = exchange.query().only(Set.of("limit", "cursor"));
    requireRequest(exchange.id());
    var found =
        comments.all().stream()
            .filter(comment -> comment.path("requestId").asText().equals(exchange.id()))
            .toList();
    return Answer.ok(Paging.of(query).page(found, Order.of(query, ORDERS)));
  }

  Answer add(Exchange exchange) {
    requireRequest(exchange.id());
    var draft = exchange.call().object();
    DRAFT
        .faultOf(draft)
        .ifPresent(
            fault -> {
              throw Refusal.field(fault.field(), fault.message());
            });
    return idempotency.once(exchange, () -> added(exchange.id(), draft));
  }

  private Answer added(String request, ObjectNode draft) {
    var comment =
        draft
            .deepCopy()
            .put("id", "c-" + UUID.randomUUID())
            .put("requestId", request)
            .put("public", draft.path("public").asBoolean())
            .put("createdAt", clock.instant().toString())
            .put("version", 1);
    comments.add(comment);
    count(comment);
    return Answer.json(201, comment);
  }

  private void count(ObjectNode comment) {
    requests.change(
        comment.path("requestId").asText(),
        request -> request.put("comments", request.path("comments").asInt() + 1));
  }

  private void requireRequest(String id) {
    if (requests.find(id).isEmpty()) {
      throw RequestService.unknownRequest();
    }
  }
}
