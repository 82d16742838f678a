package dev.patchbay.services.rest;

import dev.patchbay.services.rest.RestSettings.Access.ClientCredentials;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport.Step;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether a service can be reached: a new token first, where tokens are issued, then the
 * service's own address.
 */
record Check(RestSettings settings, Credential credential, Asker asker, Verdict verdict) {
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    if (settings.access() instanceof ClientCredentials client) {
      steps.add(token(client));
    }
    if (steps.stream().allMatch(Step::ok)) {
      steps.add(reach());
    }
    return List.copyOf(steps);
  }

  private Step token(ClientCredentials client) {
    return switch (credential.fresh(Deadline.in(settings.timeout()))) {
      case Grant.Withheld(var why) -> failed("token", why);
      case Grant.Anonymous _, Grant.Token _ ->
          new Step(
              "token",
              true,
              "The Auth Service at %s issues a token.".formatted(client.tokenUrl().getAuthority()));
    };
  }

  private Step reach() {
    return switch (asker.ask(settings.root(), Deadline.in(settings.timeout()))) {
      case Asked.Withheld(var why) -> failed("reach", why);
      case Asked.Sent(Reply.Answered(int status, _, _))
          when status < 500 && !Verdict.refusesCredential(status) ->
          new Step("reach", true, "%s answers (%d).".formatted(verdict.who(), status));
      case Asked.Sent(var reply) -> failed("reach", verdict.of(reply));
    };
  }

  private static Step failed(String step, Fetched fetched) {
    return new Step(
        step,
        false,
        switch (fetched) {
          case Fetched.Unavailable(Cause cause, _) -> cause.message();
          case Fetched.CredentialRefused(Cause cause) -> cause.message();
          case Fetched.Refused(Cause cause) -> cause.message();
          case Fetched.Found _, Fetched.Missing _ -> "";
        });
  }
}
