package dev.patchbay.services.rest;

import dev.patchbay.spi.service.Fetched;

/** What became of a request that needed a credential. */
sealed interface Asked {
  /** It was sent. */
  record Sent(Reply reply) implements Asked {}

  /** It was not, for want of a credential. */
  record Withheld(Fetched why) implements Asked {}
}
