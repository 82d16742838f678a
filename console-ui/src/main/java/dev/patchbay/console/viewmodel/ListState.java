package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;

/** What a list shows instead of rows, or that it shows rows. */
public sealed interface ListState {
  /** The first answer is awaited. */
  record Loading() implements ListState {}

  /** There are rows. */
  record Ready() implements ListState {}

  /** There is nothing at all yet: say what the first step is. */
  record NothingYet() implements ListState {}

  /** The filter matches nothing: offer to clear it. */
  record NoMatch() implements ListState {}

  /** The caller has no right: say who can grant it. */
  record NoRight() implements ListState {}

  /** It failed: say what, offer to try again. */
  record Failed(Failure failure) implements ListState {}

  /** The state that a failure leads to. */
  static ListState after(Failure failure) {
    return failure instanceof Failure.Forbidden ? new NoRight() : new Failed(failure);
  }
}
