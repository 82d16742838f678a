package dev.patchbay.sandbox;

import dev.patchbay.sandbox.faults.Faults;
import dev.patchbay.sandbox.faults.SortFault;
import dev.patchbay.sandbox.faults.Strike;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Outcome;
import dev.patchbay.sandbox.http.ProjectErrors;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.oauth.Tokens;
import dev.patchbay.sandbox.quota.Stats;
import dev.patchbay.sandbox.store.Writes;
import java.util.Optional;

/** Runs admitted calls, and lets happen to them what a fault has planned. */
record Mishaps(Faults faults, Tokens tokens, Writes writes, Stats stats, Sleeper sleeper) {

  Outcome run(ApiCall call, Route route, Caller caller) {
    Optional<Strike> struck = faults.strike(route.operation().name());
    return struck.isEmpty()
        ? answered(call, route, caller)
        : struck(call, route, caller, struck.get());
  }

  private Outcome struck(ApiCall call, Route route, Caller caller, Strike strike) {
    Operation.Kind kind = route.operation().kind();
    return switch (strike.kind()) {
      case TOO_MANY -> throw ProjectErrors.quota(kind.writes() ? "Write" : "Read", 60, true);
      case INTERNAL -> throw ApiError.internal();
      case UNAVAILABLE -> throw ApiError.unavailable();
      case DISABLED -> throw ProjectErrors.serviceDisabled(kind.service());
      case KEY_DISABLED -> throw ProjectErrors.keyNotEnabled(kind.service());
      case EXPIRE_TOKEN -> {
        call.bearer().ifPresent(tokens::revoke);
        throw ApiError.badCredential();
      }
      case SLOW -> {
        sleeper.pause(strike.delay());
        yield answered(call, route, caller);
      }
      case SORT -> {
        SortFault.sortFirst(writes, call, route, caller, strike);
        yield answered(call, route, caller);
      }
      case DROP_AFTER_APPLY -> {
        answered(call, route, caller);
        yield new Outcome.HungUp();
      }
      case LATE_APPLY -> {
        Thread.ofVirtual().name("late-apply").start(() -> late(call, route, caller, strike));
        yield new Outcome.HungUp();
      }
    };
  }

  private Outcome answered(ApiCall call, Route route, Caller caller) {
    return new Outcome.Answered(writes.run(call, route, caller));
  }

  /** Applies a call whose caller is long gone; nobody is there to read a refusal. */
  private void late(ApiCall call, Route route, Caller caller, Strike strike) {
    sleeper.pause(strike.delay());
    try {
      writes.run(call, route, caller);
      stats.count(route.operation().name(), "late");
    } catch (ApiError e) {
      stats.count(route.operation().name(), "late-" + e.code());
    }
  }
}
