package dev.patchbay.core.job;

/** A run that this node is to leave at once. */
public final class StoppedRunException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** Why it is left. */
  public enum Why {
    CANCELLED,
    TOO_LONG,
    LOST,
    CLOSING
  }

  StoppedRunException(Why why) {
    super("the run is left: " + why);
    this.why = why;
  }

  /** Another node has the run now. */
  public static StoppedRunException lost() {
    return new StoppedRunException(Why.LOST);
  }

  /** Why it is. */
  public Why why() {
    return why;
  }
}
