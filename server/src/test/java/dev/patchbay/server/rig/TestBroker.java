package dev.patchbay.server.rig;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.net.URI;
import java.time.Duration;

/** A real Redis or Kafka in a process of its own; killed when it is closed. */
public final class TestBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final JavaProcess process;
  private final URI uri;

  private TestBroker(JavaProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts one and waits for it.
   *
   * @param word {@code redis} or {@code kafka}
   */
  public static TestBroker start(String word) {
    var directory = TestHub.directory();
    var process =
        JavaCommand.of(Main.class)
            .withArguments(word, "--data=" + directory.resolve("data"))
            .start(directory.resolve("output.log"));
    var ready = process.awaitLine("^" + word + " ready (\\S+)$", START);
    return new TestBroker(process, URI.create(ready.group(1)));
  }

  /** Where it answers. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.close();
  }
}
