package dev.patchbay.server.rig;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real Redis or Kafka in a process of its own; killed when it is closed. */
public final class TestBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final String word;
  private final List<String> options;
  private final Path directory;
  private final URI uri;
  private JavaProcess process;
  private int lives;

  private TestBroker(String word, int port, List<String> options) {
    this.word = word;
    this.options = options;
    this.directory = TestHub.directory();
    this.process = born(port);
    this.uri = ready();
  }

  /**
   * Starts one and waits for it.
   *
   * @param word {@code redis} or {@code kafka}
   */
  public static TestBroker start(String word) {
    return new TestBroker(word, 0, List.of());
  }

  /**
   * Starts a Kafka whose clients go through a proxy.
   *
   * @param port where it listens itself
   * @param proxy port that it sends them to
   */
  public static TestBroker kafkaBehind(int proxy, int port) {
    return new TestBroker("kafka", port, List.of("--advertise=" + proxy));
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
        .withArguments(options.toArray(String[]::new))
        .start(directory.resolve("output-" + lives + ".log"));
  }

  private URI ready() {
    return URI.create(process.awaitLine("^" + word + " ready (\\S+)$", START).group(1));
  }
}
