package dev.patchbay.server.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A process of our own that tells where it answers: {@code server ready URL}. What it complains
 * about goes to a file. Closing stops it, by force after twenty seconds. Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("^\\w+ ready (\\S+)$");
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it, without waiting. It holds our end of its standard input.
   *
   * @param log its standard error is added to it
   */
  public static ChildProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    var builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      var child = new ChildProcess(builder.start(), log);
      // no virtual thread: reading a pipe holds its carrier, and there are as few as cores
      Thread.ofPlatform().daemon().name("child-output").start(child::listen);
      return child;
    } catch (IOException failure) {
      throw new UncheckedIOException(command.getFirst() + " cannot be started", failure);
    }
  }

  /**
   * Where it answers; returns once it does.
   *
   * @throws IllegalStateException if it does not, or within two minutes
   */
  public URI uri() {
    try {
      return ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("a child does not get ready; " + log + " says why", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  /** The process as the system sees it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** {@code kill -9}: it has no chance to do anything more. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (var lines = process.inputReader()) {
      for (var line = next(lines); line != null; line = next(lines)) {
        var match = READY.matcher(line);
        if (match.matches()) {
          ready.complete(URI.create(match.group(1)));
        }
      }
      ready.completeExceptionally(new IllegalStateException("it ended"));
    } catch (IOException failure) {
      ready.completeExceptionally(failure);
    }
  }

  private static @Nullable String next(BufferedReader lines) throws IOException {
    return lines.readLine();
  }
}
