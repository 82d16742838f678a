package dev.patchbay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A child JVM that a test starts, watches, freezes and kills. Closing it kills it. */
public final class JavaProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Waits for a line of output in which the pattern is found, and returns the match. */
  public MatchResult awaitLine(String pattern, Duration timeout) {
    var compiled = Pattern.compile(pattern, Pattern.MULTILINE);
    Eventually.within(timeout)
        .isTrue(
            "no line '" + pattern + "' in " + output,
            () -> !process.isAlive() || compiled.matcher(output()).find());
    var matcher = compiled.matcher(output());
    if (!matcher.find()) {
      throw new AssertionError("The child ended without '" + pattern + "':\n" + output());
    }
    return matcher.toMatchResult();
  }

  /** The URL of a line such as {@code server ready http://127.0.0.1:8080}. */
  public String awaitReady(String what, Duration timeout) {
    return awaitLine("^" + Pattern.quote(what) + " ready (http\\S+)$", timeout).group(1);
  }

  /** Everything written to standard output and standard error so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: no hook runs. Returns when the process has gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM: hooks run. Does not wait. */
  public void terminate() {
    process.destroy();
  }

  /** SIGSTOP: the process stands still, as in a long pause of its machine. */
  public void freeze() {
    signal("-STOP");
  }

  /** SIGCONT: the process goes on. */
  public void thaw() {
    signal("-CONT");
  }

  /** Waits for the end and returns the exit code. */
  public int awaitExit(Duration timeout) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("The child still runs after " + timeout + ":\n" + output());
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", name, Long.toString(pid())).inheritIO().start();
      if (kill.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("kill " + name + " " + pid() + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
