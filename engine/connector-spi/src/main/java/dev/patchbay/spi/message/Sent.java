package dev.patchbay.spi.message;

import dev.patchbay.spi.Cause;
import java.util.Map;

/** What became of a message. */
public sealed interface Sent {
  /**
   * Each recipient has been answered for.
   *
   * @param receipts of all recipients of the message
   */
  record Answered(Map<MailAddress, Receipt> receipts) implements Sent {
    public Answered {
      receipts = Map.copyOf(receipts);
    }
  }

  /** It went to nobody, for a reason that has nothing to do with who they are; later it may go. */
  record NotSent(Cause cause) implements Sent {}

  /** The credential was refused; it went to nobody. */
  record CredentialRefused(Cause cause) implements Sent {}
}
