package dev.patchbay.server.client;

/** What became of a request to a server. */
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
   * @throws CallFailure if there is none
   */
  default T orFail() {
    return switch (this) {
      case Done<T>(var value) -> value;
      case Refused<T>(_, var why) -> throw new CallFailure("the server refused: " + why);
      case Unreachable<T>(var why) -> throw new CallFailure(why);
    };
  }
}
