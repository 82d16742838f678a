package dev.patchbay.connectors.sheets;

/** What came of a call. */
sealed interface Reply<T> {
  record Answer<T>(T value) implements Reply<T> {}

  record Failed<T>(Failure failure) implements Reply<T> {}
}
