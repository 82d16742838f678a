package dev.patchbay.server.demo;

import dev.patchbay.server.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server in a process of its own, which can be killed and started again on the same data and the
 * same ports. It holds our end of its standard input and stops once that is gone, so it does not
 * outlive this process. Used from one thread at a time.
 */
public final class ChildServer implements DemoServer {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final Duration BETWEEN_ASKS = Duration.ofMillis(20);
  private static final int ASK_MILLIS = 2_000;

  /** Options of this JVM that its child starts faster with. */
  private static final List<String> WORTH_HANDING_ON =
      List.of("-XX:", "-Xlog:", "-Xshare", "--enable-native-access", "--sun-misc-unsafe");

  private final DemoDirectory directory;
  private final Ports ports;
  private final URI google;
  private Process process;

  private ChildServer(DemoDirectory directory, Ports ports, URI google) {
    this.directory = directory;
    this.ports = ports;
    this.google = google;
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
    } catch (DemoFailure failure) {
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
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts it again after a kill and returns when it answers. */
  public void restart() {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private Process launch() {
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.serverLog().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new DemoFailure("the server could not be started: " + e.getMessage(), e);
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    handedOn().forEach(command::add);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("server", "--until-input-ends"));
    command.addAll(List.of("--data", directory.server().toString()));
    command.addAll(List.of("--port", Integer.toString(ports.api())));
    command.addAll(List.of("--management-port", Integer.toString(ports.management())));
    command.addAll(List.of("--admin-key-out", directory.adminKey().toString()));
    command.addAll(List.of("--google-root-url", google.toString()));
    return command;
  }

  private static Stream<String> handedOn() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> WORTH_HANDING_ON.stream().anyMatch(option::startsWith));
  }

  private void awaitReady() {
    long until = System.nanoTime() + LONGEST_START.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new DemoFailure("the server ended at once; " + directory.serverLog() + " says why");
      }
      if (System.nanoTime() - until > 0) {
        throw new DemoFailure("the server did not start; " + directory.serverLog() + " says why");
      }
      Pause.of(BETWEEN_ASKS);
    }
  }

  private boolean isReady() {
    try {
      var url = management().resolve("/health/ready").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(ASK_MILLIS);
      connection.setReadTimeout(ASK_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
