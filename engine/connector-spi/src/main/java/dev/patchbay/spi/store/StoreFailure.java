package dev.patchbay.spi.store;

import dev.patchbay.spi.Cause;
import java.io.Serial;
import java.time.Duration;

/** A call of a {@link Shelf} came to nothing; carries what becomes of the publication. */
public final class StoreFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Publication publication;

  private StoreFailure(Publication publication, Cause cause) {
    super(cause.message());
    this.publication = publication;
  }

  /** Nothing was stored; later it may be. */
  public static StoreFailure retryable(String code, String message) {
    return retryable(code, message, Duration.ZERO);
  }

  /** Nothing was stored; after this time it may be. */
  public static StoreFailure retryable(String code, String message, Duration after) {
    var cause = new Cause(code, message);
    return new StoreFailure(new Publication.NotStored(cause, after), cause);
  }

  /** Another file was put in the place while this one was sent, and stays. */
  public static StoreFailure overtaken() {
    return retryable(
        "overtaken", "Another file was put there meanwhile, and stays. It is tried again.");
  }

  /** This file will be refused again. */
  public static StoreFailure rejected(String code, String message) {
    var cause = new Cause(code, message);
    return new StoreFailure(new Publication.Rejected(cause), cause);
  }

  /** The store takes nothing now. */
  public static StoreFailure target(String code, String message) {
    var cause = new Cause(code, message);
    return new StoreFailure(new Publication.TargetRefused(cause), cause);
  }

  /** The credential was refused. */
  public static StoreFailure credential(String code, String message) {
    var cause = new Cause(code, message);
    return new StoreFailure(new Publication.CredentialRefused(cause), cause);
  }

  /** The answer was lost at the step that puts the file in its place. */
  public static StoreFailure unknown(String code, String message) {
    var cause = new Cause(code, message);
    return new StoreFailure(new Publication.Unknown(cause), cause);
  }

  /** What it means for the file; never {@link Publication.Stored}. */
  public Publication publication() {
    return publication;
  }
}
