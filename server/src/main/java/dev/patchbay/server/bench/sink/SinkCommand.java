package dev.patchbay.server.bench.sink;

import dev.patchbay.server.command.Shutdown;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay sink}: the service at the other end of a bench, until it is asked to stop. */
@Command(
    name = "sink",
    description = "Takes rows by HTTP for a bench; prints 'sink ready URL' once it answers.",
    hidden = true,
    mixinStandardHelpOptions = true)
public final class SinkCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", defaultValue = "0", description = "Port on 127.0.0.1; 0: any.")
  private int port;

  @Option(
      names = "--delay",
      paramLabel = "MILLIS",
      defaultValue = "0",
      description = "Before every answer.")
  private int delay;

  @Override
  public Integer call() {
    var sink = new Sink(port, Duration.ofMillis(delay));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("sink ready " + sink.uri());
    out.flush();
    Shutdown.await(sink);
    return 0;
  }
}
