package dev.patchbay.sandbox;

import dev.patchbay.sandbox.faults.Faults;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Outcome;
import dev.patchbay.sandbox.oauth.TokenEndpoint;
import dev.patchbay.sandbox.page.Page;
import dev.patchbay.sandbox.quota.Stats;
import java.util.Optional;

/** Leads a call to the token endpoint, the controls, the page or the APIs. */
record Switchboard(Front front, TokenEndpoint tokens, Faults faults, Stats stats, Page page) {

  Outcome answer(ApiCall call) {
    return switch (call.path()) {
      case "/token" -> new Outcome.Answered(tokens.answer(call));
      case "/_faults" -> new Outcome.Answered(faults(call));
      case "/_stats" -> new Outcome.Answered(Answer.ok(stats.toJson()));
      default -> pageOrApi(call);
    };
  }

  private Outcome pageOrApi(ApiCall call) {
    Optional<Answer> shown = page.answer(call);
    return shown.isPresent() ? new Outcome.Answered(shown.get()) : front.handle(call);
  }

  private Answer faults(ApiCall call) {
    try {
      return faults.answer(call);
    } catch (ApiError e) {
      return Answer.json(e.code(), e.toStatusJson());
    }
  }
}
