package dev.patchbay.spi;

import java.util.UUID;

/**
 * Identity of one attempt at the far side. Written with the batch, atomically, it makes a batch
 * apply at most once: who creates the id first decides.
 *
 * @param id random, 1 to 2^31-1; may collide, so it proves nothing by itself
 * @param attempt the attempt's UUID; only the value that carries it proves something
 */
public record Token(int id, UUID attempt) {
  public Token {
    if (id < 1) {
      throw new IllegalArgumentException("token id must be positive: " + id);
    }
  }
}
