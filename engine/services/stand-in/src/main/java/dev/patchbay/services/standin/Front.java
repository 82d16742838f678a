package dev.patchbay.services.standin;

import dev.patchbay.services.standin.auth.Tokens;
import dev.patchbay.services.standin.faults.Faults;
import dev.patchbay.services.standin.faults.Faults.Strike;
import dev.patchbay.services.standin.faults.Stats;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Call;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Operation;
import dev.patchbay.services.standin.http.Outcome;
import dev.patchbay.services.standin.http.Refusal;
import java.util.List;
import java.util.Optional;

/** The way of a call: controls, operation, token, fault, the work itself. Thread-safe. */
record Front(List<Operation> operations, Tokens tokens, Faults faults, Stats stats, Pause pause) {
  Outcome answer(Call call) {
    return switch (call.path()) {
      case "/_faults" -> new Outcome.Answered(faults.answer(call));
      case "/_stats" -> new Outcome.Answered(Answer.ok(stats.toJson()));
      default -> counted(call, operation(call));
    };
  }

  private Operation operation(Call call) {
    var here = operations.stream().filter(o -> o.match(call.path()).isPresent()).toList();
    if (here.isEmpty()) {
      throw Refusal.notFound("The contracts have no such path.");
    }
    return here.stream()
        .filter(operation -> operation.method().equals(call.method()))
        .findFirst()
        .orElseThrow(() -> wrongMethod(here.stream().map(Operation::method).toList()));
  }

  private static Refusal wrongMethod(List<String> methods) {
    var allowed = String.join(", ", methods);
    return Refusal.of(405, "method", "There is no such method", "Use " + allowed + ".")
        .with("Allow", allowed);
  }

  private Outcome counted(Call call, Operation operation) {
    try {
      var outcome = guarded(call, operation);
      stats.count(operation.name(), ending(outcome));
      return outcome;
    } catch (Refusal refusal) {
      stats.count(operation.name(), Integer.toString(refusal.answer().status()));
      throw refusal;
    }
  }

  private static String ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(var answer) -> Integer.toString(answer.status());
      case Outcome.HungUp _ -> "dropped";
    };
  }

  private Outcome guarded(Call call, Operation operation) {
    var caller = operation.scope().map(scope -> tokens.admit(call.bearer(), scope)).orElse("");
    var id = operation.match(call.path()).orElseThrow();
    var exchange = new Exchange(call, id, caller);
    return faults
        .strike(operation.id())
        .map(strike -> struck(strike, operation, exchange))
        .orElseGet(() -> answered(operation, exchange));
  }

  private Outcome struck(Strike strike, Operation operation, Exchange exchange) {
    return switch (strike.kind()) {
      case INTERNAL ->
          throw Refusal.of(
              500, "internal", "The service failed", "Whether a change was made is unknown.");
      case UNAVAILABLE ->
          throw Refusal.of(503, "unavailable", "The service is down", "Come back later.")
              .with("Retry-After", retryAfter(strike));
      case TOO_MANY ->
          throw Refusal.of(429, "too-many-requests", "Asked too often", "Come back later.")
              .with("Retry-After", retryAfter(strike));
      case EXPIRE_TOKEN -> {
        exchange.call().bearer().ifPresent(tokens::revoke);
        throw Tokens.unauthorized(Optional.of(""));
      }
      case SLOW -> {
        pause.of(strike.delay());
        yield answered(operation, exchange);
      }
      case DROP_AFTER_APPLY -> {
        var _ = answered(operation, exchange);
        yield new Outcome.HungUp();
      }
    };
  }

  private static Outcome answered(Operation operation, Exchange exchange) {
    return new Outcome.Answered(operation.handler().run(exchange));
  }

  private static String retryAfter(Strike strike) {
    return Long.toString(strike.delay().toSeconds());
  }
}
