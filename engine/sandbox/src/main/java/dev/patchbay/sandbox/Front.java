package dev.patchbay.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.faults.Fault;
import dev.patchbay.sandbox.faults.Faults;
import dev.patchbay.sandbox.faults.SortFault;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Outcome;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.Tokens;
import dev.patchbay.sandbox.quota.Quota;
import dev.patchbay.sandbox.quota.Stats;
import dev.patchbay.sandbox.store.Writes;
import java.time.Duration;
import java.util.Optional;

/** The way of every API call: route, credential, scope, quota, faults, the method itself. */
final class Front {

  private final Routes routes;
  private final Tokens tokens;
  private final Quota quota;
  private final Stats stats;
  private final Faults faults;
  private final Writes writes;

  Front(Routes routes, Tokens tokens, Quota quota, Stats stats, Faults faults, Writes writes) {
    this.routes = routes;
    this.tokens = tokens;
    this.quota = quota;
    this.stats = stats;
    this.faults = faults;
    this.writes = writes;
  }

  Outcome handle(ApiCall call) {
    Optional<Route> found = routes.find(call.method(), call.path());
    if (found.isEmpty()) {
      return new Outcome.Answered(
          refusal(call, ApiError.notFound("The requested URL was not found on this server.")));
    }
    Route route = found.get();
    Operation operation = route.operation();
    if (operation.kind().sheets()) {
      stats.countSheets(operation.kind().writes());
    }
    Outcome outcome = guarded(call, route);
    stats.count(operation.name(), ending(outcome));
    return outcome;
  }

  private static String ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(var answer) -> Integer.toString(answer.status());
      case Outcome.HungUp() -> "dropped";
    };
  }

  private Outcome guarded(ApiCall call, Route route) {
    try {
      Operation operation = route.operation();
      Caller caller = tokens.require(call.bearer());
      requireScope(operation, caller);
      if (operation.kind().sheets()) {
        quota.spend(
            operation.kind().writes(), call.query().first("quotaUser").orElse(caller.email()));
      }
      return apply(call, route, caller);
    } catch (ApiError e) {
      return new Outcome.Answered(refusal(call, e));
    }
  }

  private static void requireScope(Operation operation, Caller caller) {
    boolean held =
        caller.scopes().contains("*")
            || caller.scopes().stream().anyMatch(operation.scopes()::contains);
    if (!held) {
      boolean sheets = operation.kind().sheets();
      throw ApiError.scope(
          sheets ? "sheets.googleapis.com" : "drive.googleapis.com",
          (sheets ? "google.apps.sheets.v4." : "google.apps.drive.v3.") + operation.name());
    }
  }

  private Outcome apply(ApiCall call, Route route, Caller caller) {
    Optional<Fault> struck = faults.strike(route.operation().name());
    if (struck.isEmpty()) {
      return answered(call, route, caller);
    }
    Fault fault = struck.get();
    return switch (fault.kind()) {
      case TOO_MANY ->
          throw ApiError.quota(route.operation().kind().writes() ? "Write" : "Read", 60, true);
      case INTERNAL -> throw ApiError.internal();
      case UNAVAILABLE -> throw ApiError.unavailable();
      case EXPIRE_TOKEN -> {
        call.bearer().ifPresent(tokens::revoke);
        throw ApiError.badCredential();
      }
      case SLOW -> {
        pause(fault.delay());
        yield answered(call, route, caller);
      }
      case SORT -> {
        SortFault.sortFirst(writes, call, route, caller, fault);
        yield answered(call, route, caller);
      }
      case DROP_AFTER_APPLY -> {
        answered(call, route, caller);
        yield new Outcome.HungUp();
      }
      case LATE_APPLY -> {
        Thread.ofVirtual().name("late-apply").start(() -> late(call, route, caller, fault));
        yield new Outcome.HungUp();
      }
    };
  }

  private Outcome answered(ApiCall call, Route route, Caller caller) {
    return new Outcome.Answered(writes.run(call, route, caller));
  }

  /** Applies a call whose caller is long gone; nobody is there to read a refusal. */
  private void late(ApiCall call, Route route, Caller caller, Fault fault) {
    pause(fault.delay());
    try {
      writes.run(call, route, caller);
      stats.count(route.operation().name(), "late");
    } catch (ApiError e) {
      stats.count(route.operation().name(), "late-" + e.code());
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer refusal(ApiCall call, ApiError error) {
    boolean drive = call.path().startsWith("/drive") || call.path().startsWith("/upload");
    ObjectNode body = drive ? error.toDriveJson() : error.toStatusJson();
    Answer answer = Answer.json(error.code(), body);
    return error.code() == 401
        ? answer.with(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"")
        : answer;
  }
}
