package dev.patchbay.brokers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redis.embedded.core.ExecutableProvider;

/** {@code redis}: a Redis that keeps what it acknowledged, as far as a kill -9 goes. */
@Command(name = "redis", description = "Runs a Redis.", mixinStandardHelpOptions = true)
final class RedisCommand implements Callable<Integer> {
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  /** Runs it and kills it when the pipe from this process breaks, even by a kill -9. */
  private static final String WATCHDOG =
      """
      exec 3<&0 </dev/null
      "$@" 3<&- &
      server=$!
      { cat <&3 >/dev/null; kill "$server"; } &
      wait "$server"
      """;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Place place = new Place();

  @Option(
      names = "--executable",
      paramLabel = "FILE",
      description = "A redis-server to run; the one that came with this program otherwise.")
  private @Nullable Path executable;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var directory = place.directory();
    int port = place.port();
    var server = start(directory, port);
    awaitAnswer(server, port, directory);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("redis ready redis://127.0.0.1:" + port);
    out.flush();
    InputEnd.whenItComes(() -> close(server));
    return server.waitFor();
  }

  private Process start(Path directory, int port) throws IOException {
    var program = executable == null ? unpacked(directory) : executable;
    var command =
        List.of(
            "sh",
            "-c",
            WATCHDOG,
            "sh",
            program.toString(),
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--dir",
            directory.toString(),
            "--appendonly",
            "yes",
            "--save",
            "");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("redis.log").toFile()))
        .start();
  }

  /** In the data directory: two processes never write the same file. */
  private static Path unpacked(Path directory) throws IOException {
    var program = directory.resolve("redis-server");
    if (!Files.exists(program)) {
      var found = ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath();
      if (!found.equals(program)) {
        Files.move(found, program, StandardCopyOption.ATOMIC_MOVE);
      }
      if (!program.toFile().setExecutable(true)) {
        throw new IOException(program + " cannot be made executable");
      }
    }
    return program;
  }

  private static void awaitAnswer(Process server, int port, Path directory)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_START.toNanos();
    while (!answers(port)) {
      if (server.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() - until > 0) {
        close(server);
        throw new IOException("Redis does not start; see " + directory.resolve("redis.log"));
      }
    }
  }

  /** While it loads its data it answers, but not with PONG. */
  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(5);
      return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void close(Process server) {
    try {
      server.getOutputStream().close();
    } catch (IOException gone) {
      server.destroy();
    }
  }
}
