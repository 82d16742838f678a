package dev.patchbay.server.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Recipients by so many as are sent to between two notes: a node that dies sends to no more of them
 * again.
 */
public final class Portions {
  private static final int MOST = 50;

  private Portions() {}

  /** All of them, in their order. */
  public static <T> List<List<T>> of(List<T> all) {
    var portions = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += MOST) {
      portions.add(all.subList(from, Math.min(all.size(), from + MOST)));
    }
    return portions;
  }
}
