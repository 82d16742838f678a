package dev.patchbay.store.model;

/** The death of a process. An error, so that nothing in the hub can catch it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("crash", null, false, false);
  }
}
