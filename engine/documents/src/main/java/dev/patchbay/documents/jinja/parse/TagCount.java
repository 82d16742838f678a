package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.value.Fault;

/** Counts the tags of a part or file while they are found. Not thread-safe. */
public final class TagCount {
  /** What documents have that people wrote, many times over: more takes long to make ready. */
  private static final int MOST = 20_000;

  private int counted;

  /** One more tag; throws {@link Fault} if that is too many. */
  public void add() {
    counted++;
    if (counted > MOST) {
      throw new Fault("it has more than " + MOST + " tags", "Make several templates of it.");
    }
  }
}
