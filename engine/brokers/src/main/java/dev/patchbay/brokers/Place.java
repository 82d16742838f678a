package dev.patchbay.brokers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a broker keeps its data and listens. */
final class Place {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Its data; found again after a restart.")
  private @Nullable Path data;

  @Option(names = "--port", defaultValue = "0", description = "On 127.0.0.1; 0: any that is free.")
  private int port;

  /** The directory, made if need be. */
  Path directory() throws IOException {
    return Files.createDirectories(Objects.requireNonNull(data).toAbsolutePath());
  }

  int port() throws IOException {
    return port == 0 ? freePort() : port;
  }

  /** One that nobody listens on now; brokers cannot say which one they chose themselves. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
