package dev.patchbay.server.client;

/** A call did not do what it was made for; the message tells a person why. */
public final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  CallFailure(String message) {
    super(message);
  }
}
