package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Sends a request with a credential, and once more with another where the first was refused: a
 * token may have been revoked before its end, and who is refused has changed nothing.
 */
record Asker(Credential credential, Way way) {
  /** How a request is sent. */
  @FunctionalInterface
  interface Way {
    Reply send(HttpRequest request, Deadline deadline);
  }

  /** Sends a {@code GET}. */
  Asked ask(URI uri, Deadline deadline) {
    return ask(HttpRequest.newBuilder(uri), deadline);
  }

  Asked ask(HttpRequest.Builder request, Deadline deadline) {
    var grant = credential.grant(deadline);
    var first = ask(request, grant, deadline);
    if (!(first instanceof Asked.Sent(var reply)) || !Verdict.refusesCredential(reply)) {
      return first;
    }
    return credential
        .instead(grant, deadline)
        .map(another -> ask(request, another, deadline))
        .orElse(first);
  }

  private Asked ask(HttpRequest.Builder asked, Grant grant, Deadline deadline) {
    var request = asked.copy().header("Accept", "application/json");
    switch (grant) {
      case Grant.Withheld(var why) -> {
        return new Asked.Withheld(why);
      }
      case Grant.Anonymous _ -> {}
      case Grant.Token(var text) -> {
        try {
          request.header("Authorization", "Bearer " + text);
        } catch (IllegalArgumentException unfit) {
          return unfit();
        }
      }
    }
    return new Asked.Sent(way.send(request.build(), deadline));
  }

  private static Asked unfit() {
    return new Asked.Withheld(
        new Fetched.CredentialRefused(
            new Cause("secret-unfit", "The token cannot be sent: enter it anew.")));
  }
}
