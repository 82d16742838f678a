package dev.patchbay.console.client;

/** Carries a {@link Failure} out of a blocking call. */
public final class HubException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** Wraps the failure. */
  public HubException(Failure failure) {
    super(failure.diagnostics());
    this.failure = failure;
  }

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }
}
