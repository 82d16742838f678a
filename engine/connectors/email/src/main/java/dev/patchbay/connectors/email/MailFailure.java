package dev.patchbay.connectors.email;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.message.Sent;
import java.io.Serial;

/** Nothing can be handed over; carries what becomes of the message. */
final class MailFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Sent sent;
  private final transient Cause why;

  private MailFailure(Sent sent, Cause why) {
    super(why.message());
    this.sent = sent;
    this.why = why;
  }

  /** Later it may be. */
  static MailFailure later(String code, String message) {
    var cause = new Cause(code, message);
    return new MailFailure(new Sent.NotSent(cause), cause);
  }

  /** Not before the credential is mended. */
  static MailFailure credential(String code, String message) {
    var cause = new Cause(code, message);
    return new MailFailure(new Sent.CredentialRefused(cause), cause);
  }

  Sent sent() {
    return sent;
  }

  Cause why() {
    return why;
  }
}
