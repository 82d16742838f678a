package dev.patchbay.server.bench.files;

import java.util.List;

/**
 * Bytes of heap that were reachable, before something and from time to time while it went on.
 *
 * @param during in order, one at least
 */
record HeapCurve(long before, List<Long> during) {
  HeapCurve {
    during = List.copyOf(during);
    if (during.isEmpty()) {
      throw new IllegalStateException("it was over before its heap was looked at");
    }
  }

  long firstHalf() {
    return most(during.subList(0, (during.size() + 1) / 2));
  }

  long secondHalf() {
    return most(during.subList(during.size() / 2, during.size()));
  }

  /** The most of the second half by the most of the first: 1 where it is constant. */
  double growth() {
    return (double) secondHalf() / firstHalf();
  }

  private static long most(List<Long> looks) {
    return looks.stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
