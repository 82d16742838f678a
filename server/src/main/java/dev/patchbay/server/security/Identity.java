package dev.patchbay.server.security;

import dev.patchbay.model.access.Caller;
import java.time.Duration;

/** What is known of a caller from the request's headers alone. */
public sealed interface Identity {
  /** A valid key of an enabled user. */
  record Known(Caller caller) implements Identity {}

  /** No key, a wrong one, or one of a disabled user; which of these is not told. */
  record Unknown() implements Identity {}

  /** Too many wrong keys; not even a right one is looked at before this has passed. */
  record LockedOut(Duration remaining) implements Identity {}
}
