package dev.patchbay.core.live;

/** A service will not answer this question, another time neither. The message says why. */
public final class DatasetRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatasetRefusedException(String message) {
    super(message);
  }
}
