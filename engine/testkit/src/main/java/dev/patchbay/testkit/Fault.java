package dev.patchbay.testkit;

import java.time.Duration;

/** What a {@link TcpFaultProxy} does to the connections that pass through it. */
public sealed interface Fault {

  /** Which way bytes flow. */
  enum Direction {
    /** From client to server. */
    REQUEST,
    /** From server to client. */
    ANSWER
  }

  /** Bytes pass untouched. */
  record None() implements Fault {}

  /** Open connections end and new ones are closed at once, as when the far side is down. */
  record Cut() implements Fault {}

  /** A connection ends in order once so many bytes have passed in that direction. */
  record CutAfter(Direction direction, long bytes) implements Fault {}

  /** As {@link CutAfter}, with a TCP reset. */
  record ResetAfter(Direction direction, long bytes) implements Fault {}

  /** Every chunk waits this long. */
  record Delay(Duration pause) implements Fault {}

  /** So many bytes a second, at least one, in each direction of each connection. */
  record Throttle(int bytesPerSecond) implements Fault {
    public Throttle {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("bytesPerSecond must be 1 or more");
      }
    }
  }

  /** A connection ends once a request that holds this ASCII text is answered; nobody hears it. */
  record CutAnswerTo(String request) implements Fault {}

  /** Connections stay open and bytes vanish in that direction, as behind a dead router. */
  record HalfOpen(Direction direction) implements Fault {}
}
