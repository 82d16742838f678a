package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.auth.Scopes;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Operation;
import dev.patchbay.services.standin.http.Query;
import dev.patchbay.services.standin.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Requests and the comments on them. Thread-safe. */
public final class RequestService {
  private static final Set<String> PARAMETERS =
      Set.of("status", "category", "assignee", "from", "to", "q", "sort", "limit", "cursor");
  private static final List<String> ORDERS =
      List.of("-requestedAt", "requestedAt", "updatedAt", "-updatedAt", "id");
  private static final List<String> SEARCHED = List.of("title", "description", "address");
  private static final int MOST_VALUES = 50;

  private final Shelf requests;
  private final Comments comments;
  private final BulkCreation bulk;

  public RequestService(List<ObjectNode> requests, List<ObjectNode> comments, InstantSource clock) {
    var idempotency = new Idempotency(clock);
    this.requests = new Shelf(requests);
    this.comments = new Comments(this.requests, comments, idempotency, clock);
    this.bulk = new BulkCreation(this.requests, idempotency, clock);
  }

  public List<Operation> operations() {
    return List.of(
        Operation.guarded("listRequests", Scopes.REQUESTS_READ, "GET", "/requests", this::list),
        Operation.guarded("getRequest", Scopes.REQUESTS_READ, "GET", "/requests/{id}", this::get),
        Operation.guarded(
            "listComments", Scopes.REQUESTS_READ, "GET", "/requests/{id}/comments", comments::list),
        Operation.guarded(
            "addComment", Scopes.REQUESTS_WRITE, "POST", "/requests/{id}/comments", comments::add),
        Operation.guarded(
            "createRequests", Scopes.REQUESTS_WRITE, "POST", "/requests/bulk", bulk::create));
  }

  static Refusal unknownRequest() {
    return Refusal.notFound("There is no request with this id.");
  }

  private Answer get(Exchange exchange) {
    exchange.query().only(Set.of());
    return Answer.ok(requests.find(exchange.id()).orElseThrow(RequestService::unknownRequest));
  }

  private Answer list(Exchange exchange) {
    var query = exchange.query().only(PARAMETERS);
    var from = time(query, "from", Instant.MIN);
    var to = time(query, "to", Instant.MAX);
    var words = UserService.words(query);
    var found =
        requests.all().stream()
            .filter(request -> isAny(query, "status", request))
            .filter(request -> isAny(query, "category", request))
            .filter(request -> isAny(query, "assignee", request))
            .filter(request -> !asked(request).isBefore(from) && asked(request).isBefore(to))
            .filter(request -> words.areIn(request, SEARCHED))
            .toList();
    return Answer.ok(Paging.of(query).page(found, Order.of(query, ORDERS)));
  }

  private static boolean isAny(Query query, String field, ObjectNode request) {
    var values = query.all(field, MOST_VALUES);
    return values.isEmpty() || values.contains(request.path(field).asText());
  }

  private static Instant asked(ObjectNode request) {
    return Instant.parse(request.path("requestedAt").asText());
  }

  private static Instant time(Query query, String name, Instant otherwise) {
    try {
      return query.one(name).map(text -> OffsetDateTime.parse(text).toInstant()).orElse(otherwise);
    } catch (DateTimeException none) {
      throw Refusal.field(name, "must be a time with its offset, such as 2026-01-31T00:00:00Z");
    }
  }
}
