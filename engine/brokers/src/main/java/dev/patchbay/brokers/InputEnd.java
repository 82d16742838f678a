package dev.patchbay.brokers;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/** Ties this process to the one that started it, through the pipe that is its standard input. */
final class InputEnd {
  private InputEnd() {}

  /** Runs an action once standard input has ended. */
  static void whenItComes(Runnable action) {
    Thread.ofPlatform()
        .daemon()
        .name("input-end")
        .start(
            () -> {
              await();
              action.run();
            });
  }

  private static void await() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      LoggerFactory.getLogger(InputEnd.class).debug("standard input broke", broken);
    }
  }
}
