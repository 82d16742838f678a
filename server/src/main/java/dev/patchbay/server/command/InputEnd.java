package dev.patchbay.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/** Ties this process to the one that started it, through the pipe that is its standard input. */
final class InputEnd {
  private InputEnd() {}

  /** From now on the end of standard input stops this process in order, as SIGTERM does. */
  static void stopsThisProcess() {
    Thread.ofPlatform().daemon().name("input-end").start(() -> await(System.in));
  }

  private static void await(InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      LoggerFactory.getLogger(InputEnd.class).debug("standard input broke", broken);
    }
    System.exit(0);
  }
}
