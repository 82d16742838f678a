package dev.patchbay.services.standin.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes many requests, each by itself. Thread-safe. */
final class BulkCreation {
  private static final int MOST = 500;
  private static final Shape.Member TEXT = Shape.anyText().orNull();

  private static final Shape DRAFT =
      new Shape(
          Map.ofEntries(
              entry("id", Shape.text(1, 512)),
              entry("title", Shape.text(1, 500)),
              entry("status", TEXT),
              entry("statusNotes", TEXT),
              entry("category", TEXT),
              entry("service", TEXT),
              entry("serviceCode", TEXT),
              entry("description", TEXT),
              entry("address", TEXT),
              entry("zip", TEXT),
              entry("district", TEXT),
              entry("lat", Shape.number(-90, 90).orNull()),
              entry("long", Shape.number(-180, 180).orNull()),
              entry("requestedAt", Shape.TIME.orNull()),
              entry("expectedAt", Shape.TIME.orNull()),
              entry("assignee", TEXT),
              entry("agency", TEXT),
              entry("reporter", Shape.OBJECT.orNull()),
              entry("priority", TEXT),
              entry("channel", TEXT),
              entry("tags", Shape.TEXTS.orNull()),
              entry("mediaUrl", Shape.ADDRESS.orNull()),
              entry("public", Shape.FLAG.orNull()),
              entry("attributes", Shape.VALUES)),
          Set.of("title"));

  private final Shelf requests;
  private final Idempotency idempotency;
  private final InstantSource clock;

  BulkCreation(Shelf requests, Idempotency idempotency, InstantSource clock) {
    this.requests = requests;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  Answer create(Exchange exchange) {
    var body = exchange.call().object();
    var items = body.path("items");
    if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
      throw Refusal.field("/items", "must be an array of 1 to " + MOST + " requests");
    }
    if (body.size() > 1) {
      throw Refusal.field("", "has members besides items");
    }
    return idempotency.once(exchange, () -> created(items));
  }

  private Answer created(JsonNode items) {
    var answer = Json.object();
    var results = answer.putArray("results");
    for (int i = 0; i < items.size(); i++) {
      results.add(result(items.get(i)).put("index", i));
    }
    return Answer.ok(answer);
  }

  private ObjectNode result(JsonNode item) {
    var fault = DRAFT.faultOf(item);
    if (fault.isPresent()) {
      var problem = Refusal.fieldProblem(422, fault.get().field(), fault.get().message());
      return Json.object().put("status", 422).putNull("id").set("problem", problem);
    }
    var request = request((ObjectNode) item);
    var id = request.path("id").asText();
    if (requests.add(request)) {
      return Json.object().put("status", 201).put("id", id).putNull("problem");
    }
    var problem =
        Refusal.problem(
            409, "exists", "There is one already", "It was left as it is; take another id.");
    return Json.object().put("status", 409).put("id", id).set("problem", problem);
  }

  private ObjectNode request(ObjectNode draft) {
    var now = clock.instant().toString();
    var request = draft.deepCopy();
    if (!draft.has("id")) {
      request.put("id", "r-" + UUID.randomUUID());
    }
    for (var field : List.of("requestedAt", "expectedAt")) {
      if (draft.hasNonNull(field)) {
        request.put(field, OffsetDateTime.parse(draft.path(field).asText()).toInstant().toString());
      }
    }
    if (!draft.hasNonNull("requestedAt")) {
      request.put("requestedAt", now);
    }
    if (!draft.hasNonNull("status")) {
      request.put("status", "open");
    }
    if (!draft.has("category")) {
      request.putNull("category");
    }
    return request.put("updatedAt", now).put("comments", 0).put("version", 1);
  }
}
