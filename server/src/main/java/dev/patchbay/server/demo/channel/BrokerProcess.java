package dev.patchbay.server.demo.channel;

import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.DemoFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker in a process of its own; it ends with this one. */
final class BrokerProcess implements AutoCloseable {
  /** System property with the class path of the brokers, set by the launcher. */
  static final String PATH = "patchbay.brokers.path";

  private static final String MAIN = "dev.patchbay.brokers.Main";

  private final ChildProcess process;

  private BrokerProcess(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts one, without waiting.
   *
   * @param broker {@code redis} or {@code kafka}
   */
  static BrokerProcess start(String broker, DemoDirectory directory) {
    var classPath = System.getProperty(PATH, "");
    if (classPath.isBlank()) {
      throw new DemoFailure(
          "brokers are not part of this installation (" + PATH + " names no class path)");
    }
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-cp",
            classPath,
            MAIN,
            broker,
            "--data=" + directory.root().resolve(broker));
    return new BrokerProcess(ChildProcess.start(command, Map.of(), directory.log()));
  }

  /** Where it answers; returns once it does. */
  URI uri() {
    return process.uri();
  }

  @Override
  public void close() {
    process.close();
  }
}
