package dev.patchbay.server.demo;

/** The demo cannot go on; the message tells a person why. */
public final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DemoFailure(String message) {
    super(message);
  }

  public DemoFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
