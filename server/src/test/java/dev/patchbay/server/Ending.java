package dev.patchbay.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a program ended.
 *
 * @param lines all that it said, errors included
 */
record Ending(int exit, List<String> lines) {
  /** Runs it to its end. */
  static Ending of(ProcessBuilder program) throws IOException, InterruptedException {
    var process = program.redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ending(process.waitFor(), text.lines().toList());
  }
}
