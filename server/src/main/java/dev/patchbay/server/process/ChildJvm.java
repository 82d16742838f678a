package dev.patchbay.server.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with a class path of its own: one that does one thing and ends, or one that is
 * talked to.
 *
 * @param main its class
 * @param memory that its heap may have, as Java's option says it
 * @param children among which it runs
 */
public record ChildJvm(
    String classPath,
    String main,
    String memory,
    Environment environment,
    ChildProcesses children) {
  private static final Set<String> HARMLESS = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");

  /** Where programs that it starts, such as LibreOffice, put what they need for a while. */
  private static final List<String> TEMPORARY = List.of("TMPDIR", "TMP", "TEMP");

  /** What it gets of the environment of this process. */
  public enum Environment {
    /** Nearly nothing: it reads what strangers wrote, and has no business with secrets. */
    BARE,
    /** All of it. */
    WHOLE
  }

  /** How it has come to its end. */
  public enum Ending {
    /** By itself, and in time. */
    BY_ITSELF,
    /** It was killed, as its time was over. */
    TOO_LATE,
    /** It was killed or not even started, as whoever wanted it goes away. */
    STOPPED
  }

  /**
   * Runs it, and kills it with all that it has started when its time is over. What it prints is
   * thrown away.
   *
   * @param work folder that is its home and has its temporary files
   * @param input for its standard input
   */
  Ending run(Path work, List<String> arguments, byte[] input, Duration limit) throws IOException {
    var builder = builder(work, arguments).redirectErrorStream(true);
    var started = children.start(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD));
    if (started.isEmpty()) {
      return Ending.STOPPED;
    }
    var process = started.get();
    try {
      feed(process, input);
      boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      if (children.isClosed()) {
        return Ending.STOPPED;
      }
      return ended ? Ending.BY_ITSELF : Ending.TOO_LATE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Ending.STOPPED;
    } finally {
      children.end(process);
    }
  }

  /**
   * Starts it to be talked to: its standard output are its answers, its standard error is thrown
   * away. Empty where whoever wants it goes away.
   *
   * @param work likewise
   */
  Optional<Process> open(Path work) throws IOException {
    return children.start(builder(work, List.of()).redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  private static void feed(Process process, byte[] input) {
    try (var in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException ended) {
      // it reads no more: what it leaves behind tells more, and so does nothing
    }
  }

  private ProcessBuilder builder(Path work, List<String> arguments) {
    var builder = new ProcessBuilder(command(work, arguments));
    if (environment == Environment.BARE) {
      builder.environment().keySet().retainAll(HARMLESS);
    }
    TEMPORARY.forEach(name -> builder.environment().put(name, work.toString()));
    return builder;
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
