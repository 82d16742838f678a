package dev.patchbay.server.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with a class path of its own that does one thing and ends. What it prints is
 * thrown away.
 *
 * @param main its class
 * @param memory that its heap may have, as Java's option says it
 */
record ChildJvm(String classPath, String main, String memory, Environment environment) {
  private static final Set<String> HARMLESS = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");

  /** What it gets of the environment of this process. */
  enum Environment {
    /** Nearly nothing: it reads what strangers wrote, and has no business with secrets. */
    BARE,
    /** All of it. */
    WHOLE
  }

  /**
   * Runs it, and kills it with all that it has started when its time is over.
   *
   * @param work folder that is its home and has its temporary files
   * @param input for its standard input
   * @return whether it ended by itself, and in time
   */
  boolean run(Path work, List<String> arguments, byte[] input, Duration limit) throws IOException {
    var process = start(work, arguments);
    try {
      try (var in = process.getOutputStream()) {
        in.write(input);
      }
      return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      // first those that it has started: without it they would be nobody's
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start(Path work, List<String> arguments) throws IOException {
    var builder =
        new ProcessBuilder(command(work, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (environment == Environment.BARE) {
      builder.environment().keySet().retainAll(HARMLESS);
    }
    return builder.start();
  }

  private List<String> command(Path work, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + memory,
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + work,
                "-Duser.home=" + work,
                "-cp",
                classPath,
                main));
    command.addAll(arguments);
    return command;
  }
}
