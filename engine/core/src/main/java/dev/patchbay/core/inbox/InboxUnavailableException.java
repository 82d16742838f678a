package dev.patchbay.core.inbox;

/**
 * Events could not be committed in time. Whether they were is unknown: the caller should send them
 * again, which is safe.
 */
public final class InboxUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InboxUnavailableException(Throwable cause) {
    super("the events could not be stored; send them again", cause);
  }
}
