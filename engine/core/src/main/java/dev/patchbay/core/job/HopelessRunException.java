package dev.patchbay.core.job;

/** A run that no other try can do better; the message tells a person why and what to do. */
public final class HopelessRunException extends Exception {
  private static final long serialVersionUID = 1L;

  public HopelessRunException(String reason) {
    super(reason);
  }
}
