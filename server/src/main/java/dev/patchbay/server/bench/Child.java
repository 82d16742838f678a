package dev.patchbay.server.bench;

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
 * A process of our own that tells where it answers: {@code server ready URL}. What else it says
 * goes to a file. Closing stops it, by force after twenty seconds.
 */
final class Child implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("^\\w+ ready (http\\S+)$");
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it, without waiting.
   *
   * @param log where its standard error goes
   */
  static Child start(List<String> command, Map<String, String> environment, Path log) {
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    try {
      var child = new Child(builder.start(), log);
      Thread.ofVirtual().name("child-output").start(child::listen);
      return child;
    } catch (IOException failure) {
      throw new UncheckedIOException(command.getFirst() + " cannot be started", failure);
    }
  }

  /** Where it answers; returns once it does. */
  URI uri() {
    try {
      return ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("a child does not get ready, see " + log, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
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
