package dev.patchbay.server.rig;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A real Redis or Kafka in a process of its own; killed when it is closed. */
public final class TestBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final String word;
  private final Path directory;
  private final URI uri;
  private JavaProcess process;
  private int lives;

  private TestBroker(String word) {
    this.word = word;
    this.directory = TestHub.directory();
    this.process = born(0);
    this.uri = ready();
  }

  /**
   * Starts one and waits for it.
   *
   * @param word {@code redis} or {@code kafka}
   */
  public static TestBroker start(String word) {
    return new TestBroker(word);
  }

  /** Kills it and starts it again on the same data and port; returns when it answers. */
  public void dieAndRise() {
    process.kill();
    process = born(uri.getPort());
    ready();
  }

  /** Where it answers. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.close();
  }

  private JavaProcess born(int port) {
    lives++;
    return JavaCommand.of(Main.class)
        .withArguments(word, "--data=" + directory.resolve("data"), "--port=" + port)
        .start(directory.resolve("output-" + lives + ".log"));
  }

  private URI ready() {
    return URI.create(process.awaitLine("^" + word + " ready (\\S+)$", START).group(1));
  }
}
