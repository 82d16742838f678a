package dev.patchbay.server.chaos.service;

/** How the service deals with a request. */
public enum Manner {
  /** Applies it and says so. */
  WELL(200, true),
  /** Applies it, and the answer never comes. */
  LOSE_ANSWER(0, true),
  /** Applies it, and the answer's body breaks off. */
  BREAK_OFF(200, true),
  /** Applies it, and the answer's body has no end. */
  NEVER_END(200, true),
  /** Applies it long after the caller has given up. */
  APPLY_LATE(200, true),
  /** Fails before it does anything. */
  FAIL(500, false),
  /** Applies it and fails then. */
  APPLY_AND_FAIL(500, true),
  /** Has had too many. */
  THROTTLE(429, false),
  /** Is not there. */
  GONE(404, false),
  /** Takes no such thing. */
  TOO_LARGE(413, false);

  private final int status;
  private final boolean applies;

  Manner(int status, boolean applies) {
    this.status = status;
    this.applies = applies;
  }

  /** Status of the answer, 0 for none. */
  int status() {
    return status;
  }

  /** Whether the request is applied. */
  boolean applies() {
    return applies;
  }
}
