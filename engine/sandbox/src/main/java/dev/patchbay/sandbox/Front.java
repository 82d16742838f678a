package dev.patchbay.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Outcome;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.quota.Stats;
import java.util.Optional;

/**
 * The way of every API call: route, gate, faults, the method itself; refusals in Google's shape.
 */
record Front(Routes routes, Gate gate, Mishaps mishaps, Stats stats) {

  private static final String CHALLENGE =
      "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"";

  Outcome handle(ApiCall call) {
    if (call.path().equals("/batch") || call.path().startsWith("/batch/")) {
      return refusal(call, ApiError.notImplemented());
    }
    Optional<Route> found = routes.find(call.method(), call.path());
    if (found.isEmpty()) {
      String text = "The requested URL was not found on this server.";
      return refusal(call, ApiError.notFound(text));
    }
    Operation operation = found.get().operation();
    if (operation.kind().sheets()) {
      stats.countSheets(operation.kind().writes());
    }
    Outcome outcome = guarded(call, found.get());
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
      return mishaps.run(call, route, gate.admit(call, route.operation()));
    } catch (ApiError e) {
      return refusal(call, e);
    }
  }

  private static Outcome refusal(ApiCall call, ApiError error) {
    ObjectNode body = isDrive(call) ? error.toDriveJson() : error.toStatusJson();
    Answer answer = Answer.json(error.code(), body);
    return new Outcome.Answered(
        error.code() == 401 ? answer.with("WWW-Authenticate", CHALLENGE) : answer);
  }

  private static boolean isDrive(ApiCall call) {
    return call.path().matches("(/upload|/download)?/drive/.*");
  }
}
