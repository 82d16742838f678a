package dev.patchbay.connectors.email;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.util.Optional;

/**
 * What the hub logs in with, once.
 *
 * @param mechanisms of SASL, the one to be preferred first
 * @param secret password or token; not in {@link #toString}
 */
record Login(String mechanisms, String user, String secret) {
  /** With the secrets as they are now; empty if nobody logs in. */
  static Optional<Login> of(EmailSettings settings, Secrets secrets, Deadline deadline)
      throws MailFailure {
    var user = settings.sender().user();
    return switch (settings.authentication()) {
      case NONE -> Optional.empty();
      case PASSWORD ->
          Optional.of(
              new Login("PLAIN LOGIN", user, secret(secrets, EmailSettings.PASSWORD, "password")));
      case XOAUTH2 -> Optional.of(new Login("XOAUTH2", user, token(settings, secrets, deadline)));
    };
  }

  private static String token(EmailSettings settings, Secrets secrets, Deadline deadline)
      throws MailFailure {
    if (settings.tokens().isEmpty()) {
      return secret(secrets, EmailSettings.ACCESS_TOKEN, "access token");
    }
    var secret = optional(secrets, EmailSettings.CLIENT_SECRET);
    var refresh = optional(secrets, EmailSettings.REFRESH_TOKEN);
    if (secret.isEmpty() && refresh.isEmpty()) {
      throw missing("client secret or refresh token");
    }
    var soon = Deadline.in(settings.timeout());
    return settings
        .tokens()
        .get()
        .token(secret, refresh, soon.nanoTime() - deadline.nanoTime() < 0 ? soon : deadline);
  }

  private static String secret(Secrets secrets, String name, String what) throws MailFailure {
    return optional(secrets, name).orElseThrow(() -> missing(what));
  }

  private static MailFailure missing(String what) {
    return MailFailure.credential("secret-missing", "The " + what + " is missing: enter it.");
  }

  private static Optional<String> optional(Secrets secrets, String name) throws MailFailure {
    try {
      return secrets.get(name).filter(text -> !text.isBlank());
    } catch (UnreadableSecretException unreadable) {
      throw MailFailure.credential("secret-unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  @Override
  public String toString() {
    return "Login[" + mechanisms + "]";
  }
}
