package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.service.Fetched;
import java.util.Optional;

/** What requests are authorized with. Thread-safe. */
interface Credential {
  /** Gets it ready, waiting no longer than the deadline. */
  Grant grant(Deadline deadline);

  /** As {@link #grant}, but one that is issued now, where such are issued. */
  default Grant fresh(Deadline deadline) {
    return grant(deadline);
  }

  /**
   * Another one in place of one that was refused.
   *
   * @return empty if there can be no other before a person mends it
   */
  default Optional<Grant> instead(Grant refused, Deadline deadline) {
    return Optional.empty();
  }

  /** No credential at all. */
  record None() implements Credential {
    @Override
    public Grant grant(Deadline deadline) {
      return new Grant.Anonymous();
    }
  }

  /** A token that stays the same until a person enters another. */
  record FixedToken(Secrets secrets) implements Credential {
    @Override
    public Grant grant(Deadline deadline) {
      try {
        return secrets
            .get(RestSettings.TOKEN)
            .<Grant>map(token -> new Grant.Token(token.strip()))
            .orElseGet(() -> withheld("secret-missing", "The token is missing: enter it."));
      } catch (UnreadableSecretException unreadable) {
        return withheld("secret-unreadable", String.valueOf(unreadable.getMessage()));
      }
    }

    private static Grant withheld(String code, String message) {
      return new Grant.Withheld(new Fetched.CredentialRefused(new Cause(code, message)));
    }
  }
}
