package dev.patchbay.services.rest;

import dev.patchbay.spi.service.Fetched;

/** Whether a request can be authorized, and by what. */
sealed interface Grant {
  /** By nothing. */
  record Anonymous() implements Grant {}

  /** By a bearer token (RFC 6750). A secret; its text is not in {@link #toString}. */
  record Token(String text) implements Grant {
    @Override
    public String toString() {
      return "Token";
    }
  }

  /** It cannot; this is what the asker is told instead of an answer. */
  record Withheld(Fetched why) implements Grant {}
}
