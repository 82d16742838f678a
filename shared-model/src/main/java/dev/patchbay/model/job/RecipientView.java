package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * One who gets the file of a run, or a document, by e-mail.
 *
 * @param reason why it is not accepted, for a person; null if nothing is to be said
 */
public record RecipientView(String address, State state, @Nullable String reason) {
  /** What became of it. */
  public enum State {
    /** It is sent, or sent again. */
    WAITING,
    /** The mail server has taken it. */
    ACCEPTED,
    /** The mail server does not take it. */
    REFUSED,
    /** Whether the mail server took it is not known; it is sent again under the same id. */
    UNKNOWN
  }
}
