package dev.patchbay.store.model;

/**
 * Something that must never happen has happened. An error, so that nothing in the hub catches it.
 */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  Violation(String invariant, String what) {
    super(invariant + ": " + what);
  }
}
