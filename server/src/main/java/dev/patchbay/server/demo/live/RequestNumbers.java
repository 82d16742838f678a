package dev.patchbay.server.demo.live;

import dev.patchbay.server.demo.DemoDirectory;

/**
 * Numbers of requests, each given once over all runs on the same data: they are reserved in blocks
 * before the first of a block is used. Used from one thread at a time.
 */
final class RequestNumbers {
  private static final int BLOCK = 100;
  private static final int FIRST = 1;

  private final DemoDirectory directory;
  private int next;
  private int end;

  RequestNumbers(DemoDirectory directory) {
    this.directory = directory;
    this.next = directory.recall(Reserved.class).map(Reserved::end).orElse(FIRST);
    this.end = next;
  }

  /** The numbers below {@code end} may have been used. */
  record Reserved(int end) {}

  int next() {
    if (next == end) {
      end += BLOCK;
      directory.note(new Reserved(end));
    }
    return next++;
  }
}
