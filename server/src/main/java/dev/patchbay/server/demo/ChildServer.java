package dev.patchbay.server.demo;

import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.child.Launch;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A server in a process of its own, which can be killed and started again on the same data and the
 * same ports. It holds our end of its standard input and stops once that is gone, so it does not
 * outlive this process. Used from one thread at a time.
 */
public final class ChildServer implements DemoServer {
  /** It lives for seconds. */
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  private final Ports ports;
  private final List<String> command;
  private final DemoDirectory directory;
  private ChildProcess process;

  private ChildServer(DemoDirectory directory, Ports ports, URI google) {
    this.directory = directory;
    this.ports = ports;
    this.command = command(directory, ports, google);
    this.process = launch();
  }

  /**
   * Starts it and returns when it answers.
   *
   * @param google where its connectors find Google
   */
  public static ChildServer start(DemoDirectory directory, Ports ports, URI google) {
    var server = new ChildServer(directory, ports, google);
    try {
      server.awaitReady();
      return server;
    } catch (RuntimeException failure) {
      server.kill();
      throw failure;
    }
  }

  @Override
  public URI api() {
    return URI.create("http://127.0.0.1:" + ports.api());
  }

  @Override
  public URI management() {
    return URI.create("http://127.0.0.1:" + ports.management());
  }

  /** {@code kill -9}: it has no chance to do anything more. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after a kill and returns when it answers. */
  public void restart() {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }

  private ChildProcess launch() {
    return ChildProcess.start(command, Map.of(), directory.serverLog());
  }

  private void awaitReady() {
    process.uri();
  }

  private static List<String> command(DemoDirectory directory, Ports ports, URI google) {
    return Launch.commandWith(
        QUICK_START,
        "server",
        "--until-input-ends",
        "--data=" + directory.server(),
        "--port=" + ports.api(),
        "--management-port=" + ports.management(),
        "--admin-key-out=" + directory.adminKey(),
        "--google-root-url=" + google);
  }
}
