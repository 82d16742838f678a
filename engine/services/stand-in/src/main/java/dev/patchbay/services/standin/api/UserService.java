package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.auth.Scopes;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Operation;
import dev.patchbay.services.standin.http.Query;
import dev.patchbay.services.standin.http.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People. Thread-safe. */
public final class UserService {
  private static final Set<String> PARAMETERS =
      Set.of("id", "role", "active", "q", "sort", "limit", "cursor");
  private static final List<String> ORDERS =
      List.of("id", "name", "-name", "createdAt", "-createdAt");
  private static final List<String> SEARCHED = List.of("name", "email");
  private static final int LONGEST_WORDS = 200;

  private final Shelf users;

  public UserService(List<ObjectNode> people) {
    this.users = new Shelf(people);
  }

  public List<Operation> operations() {
    return List.of(
        Operation.guarded("listUsers", Scopes.USERS_READ, "GET", "/users", this::list),
        Operation.guarded("getUser", Scopes.USERS_READ, "GET", "/users/{id}", this::get));
  }

  private Answer get(Exchange exchange) {
    exchange.query().only(Set.of());
    return Answer.ok(
        users
            .find(exchange.id())
            .orElseThrow(() -> Refusal.notFound("There is no user with this id.")));
  }

  private Answer list(Exchange exchange) {
    var query = exchange.query().only(PARAMETERS);
    var ids = query.all("id", 200);
    var roles = query.all("role", 20);
    var active = active(query);
    var words = words(query);
    var found =
        users.all().stream()
            .filter(user -> ids.isEmpty() || ids.contains(user.path("id").asText()))
            .filter(user -> roles.isEmpty() || roles.contains(user.path("role").asText()))
            .filter(user -> active.isEmpty() || active.get() == user.path("active").asBoolean())
            .filter(user -> words.areIn(user, SEARCHED))
            .toList();
    return Answer.ok(Paging.of(query).page(found, Order.of(query, ORDERS)));
  }

  private static Optional<Boolean> active(Query query) {
    var text = query.one("active");
    if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
      throw Refusal.field("active", "must be true or false");
    }
    return text.map(Boolean::parseBoolean);
  }

  static Words words(Query query) {
    var text = query.one("q").orElse("");
    if (text.length() > LONGEST_WORDS) {
      throw Refusal.field("q", "must have %d characters at most".formatted(LONGEST_WORDS));
    }
    return Words.of(text);
  }
}
