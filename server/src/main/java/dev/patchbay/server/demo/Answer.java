package dev.patchbay.server.demo;

/** What became of a request to the server. */
public sealed interface Answer<T> {
  /** It was done. */
  record Done<T>(T value) implements Answer<T> {}

  /** It was refused, and would be again. */
  record Refused<T>(int status, String why) implements Answer<T> {}

  /** Nobody knows: the server was not there, went away, or asks to come again later. */
  record Unreachable<T>(String why) implements Answer<T> {}

  /**
   * What was asked for.
   *
   * @throws DemoFailure if there is none
   */
  default T orFail() {
    return switch (this) {
      case Done<T>(var value) -> value;
      case Refused<T>(_, var why) -> throw new DemoFailure("the server refused: " + why);
      case Unreachable<T>(var why) -> throw new DemoFailure(why);
    };
  }
}
