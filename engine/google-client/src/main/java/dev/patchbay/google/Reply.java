package dev.patchbay.google;

/** What came of a call. */
public sealed interface Reply<T> {
  /** An answer that says what was asked. */
  record Answer<T>(T value) implements Reply<T> {}

  /** None. */
  record Failed<T>(Failure failure) implements Reply<T> {}
}
