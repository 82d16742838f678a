package dev.patchbay.server.bench;

import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.child.Launch;
import dev.patchbay.server.client.HubClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** From the server's start, on data that is there, to its first answer; and what it holds idle. */
public final class StartBench implements Bench {
  private static final double MOST_SECONDS = 3;
  private static final double MOST_MEGABYTES = 260;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Path PROCESSES = Path.of("/proc");

  private record Start(double seconds, double cpuSeconds, double megabytes) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String title() {
    return "Start on warm data";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var workspace = Workspace.create()) {
      start(workspace, Duration.ZERO);
      var starts = new ArrayList<Start>();
      for (int round = 0; round < scale.rounds(); round++) {
        starts.add(start(workspace, IDLE));
      }
      return List.of(
          Figure.of("seconds to the first 200, " + what(), Medians.of(starts, Start::seconds))
              .atMost(MOST_SECONDS),
          Figure.of("CPU seconds to the first 200", Medians.of(starts, Start::cpuSeconds)),
          Figure.of("idle server's JVM, MB resident", Medians.of(starts, Start::megabytes))
              .atMost(MOST_MEGABYTES));
    }
  }

  private static String what() {
    return Launch.image().isPresent() ? "app image" : "no app image: from the jars";
  }

  private static Start start(Workspace workspace, Duration idle) {
    long start = System.nanoTime();
    try (var server =
        ChildProcess.start(command(workspace), Map.of(), workspace.resolve("server.log"))) {
      var address = server.uri();
      try (var hub =
          new HubClient(address, Files.readString(workspace.resolve("admin.key")).strip())) {
        hub.get("me").orFail();
      }
      var seconds = (System.nanoTime() - start) / 1e9;
      var cpu = java(server).map(StartBench::cpu).mapToDouble(Duration::toMillis).sum() / 1e3;
      LockSupport.parkNanos(idle.toNanos());
      return new Start(seconds, cpu, java(server).mapToDouble(StartBench::resident).sum());
    } catch (IOException failure) {
      throw new UncheckedIOException("the server did not write its key", failure);
    }
  }

  private static List<String> command(Workspace workspace) {
    var options =
        List.of(
            "--port=0",
            "--management-port=0",
            "--data=" + workspace.resolve("data"),
            "--admin-key-out=" + workspace.resolve("admin.key"));
    var first = Launch.image().map(image -> List.of(image.toString()));
    return Stream.concat(first.orElseGet(() -> Launch.command("server")).stream(), options.stream())
        .toList();
  }

  /** The server's own processes, without its database. */
  private static Stream<ProcessHandle> java(ChildProcess server) {
    return Stream.concat(Stream.of(server.handle()), server.handle().descendants())
        .filter(process -> process.info().command().filter(StartBench::isJava).isPresent());
  }

  private static boolean isJava(String command) {
    var name = Path.of(command).getFileName().toString();
    return name.startsWith("java") || name.startsWith("patchbay");
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Megabytes, zero where the system does not tell. */
  private static double resident(ProcessHandle process) {
    var status = PROCESSES.resolve(Long.toString(process.pid())).resolve("status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_000)
          .sum();
    } catch (IOException untold) {
      return 0;
    }
  }
}
