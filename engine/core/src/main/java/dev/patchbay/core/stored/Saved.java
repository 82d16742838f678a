package dev.patchbay.core.stored;

/**
 * What became of a change of configuration. Unless it is {@link Done} nothing was changed: the
 * change, its version, its audit row and the new epoch are one transaction.
 *
 * @param <T> what stands now
 */
public sealed interface Saved<T> {
  /** It is committed. */
  record Done<T>(T value) implements Saved<T> {}

  /** There is nothing of that name. */
  record Missing<T>() implements Saved<T> {}

  /** The name is taken. */
  record Taken<T>() implements Saved<T> {}

  /**
   * Somebody changed it in between.
   *
   * @param version that stands now
   */
  record Stale<T>(long version) implements Saved<T> {}

  /**
   * Something else depends on it.
   *
   * @param reason what does, in words for a person
   */
  record Refused<T>(String reason) implements Saved<T> {}
}
