package dev.patchbay.server.command;

import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.DemoLog;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.channel.Via;
import dev.patchbay.server.demo.live.LiveDemo;
import dev.patchbay.server.demo.once.OnceDemo;
import dev.patchbay.server.demo.once.OnceOptions;
import dev.patchbay.server.wiring.Closing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay demo}: everything at once, on this machine, with nothing to set up. */
@Command(
    name = "demo",
    description = "Runs database, Google stand-in, server and console with sample requests.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Kept there and found again; in a temporary directory otherwise.")
  private @Nullable Path data;

  @Option(names = "--no-console", description = "Does not open the console.")
  private boolean noConsole;

  @Option(
      names = "--once",
      description = "Brings a CSV file into a sheet, compares every cell, and ends.")
  private boolean once;

  @Option(
      names = "--intake",
      paramLabel = "WAY",
      defaultValue = "http",
      description = "How events come in: http, redis or kafka, each a real one.")
  private Via via = Via.HTTP;

  @Option(
      names = "--requests",
      paramLabel = "FILE.csv",
      description = "With --once: the requests; the first line names the columns.")
  private @Nullable Path requests;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "Identifies a request; service_request_id, ID or id if not given.")
  private @Nullable String key;

  @Option(
      names = "--kill-every",
      paramLabel = "SECONDS",
      description = "Kills the server (kill -9) that often meanwhile, three times at least.")
  private @Nullable Double killEvery;

  @Option(
      names = "--drop-answers",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of Google's answers to writes that never arrive, such as 0.2.")
  private double dropAnswers;

  @Option(
      names = "--report",
      paramLabel = "OUT.json",
      description = "With --once: where the figures go.")
  private @Nullable Path report;

  @Option(
      names = "--seed",
      defaultValue = "2026",
      hidden = true,
      description = "Where the sample requests come from.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    var story = new Story(Objects.requireNonNull(spec).commandLine().getOut());
    return once ? runOnce(story) : runLive(story);
  }

  private int runLive(Story story) throws IOException {
    if (requests != null) {
      throw new DemoFailure("--requests needs --once");
    }
    var directory = data == null ? DemoDirectory.passing() : DemoDirectory.kept(data);
    DemoLog.to(directory.log());
    story.say("Starting PostgreSQL, a stand-in for Google, and the server…");
    var closing = new Closing();
    var demo = closing.add(LiveDemo.start(directory, via, new SplittableRandom(seed)));
    boolean open = !noConsole && ConsoleCommand.canOpen();
    var welcome = new Welcome(story, demo);
    welcome.say(open, directory);
    if (open) {
      closing.add(ConsoleWindow.open(demo.api(), demo.firstKeyFile(), welcome::sayClosed));
    }
    closing.add(new Pulse(story, demo)).start();
    Shutdown.await(closing);
    return 0;
  }

  private int runOnce(Story story) {
    var options = onceOptions();
    try (var directory = data == null ? DemoDirectory.passing() : DemoDirectory.fresh(data)) {
      DemoLog.to(directory.log());
      var result = new OnceDemo(options, directory, story).run();
      if (report != null) {
        result.write(report);
        story.say("The figures are in %s".formatted(report));
      }
      return result.allRight() ? 0 : 1;
    }
  }

  private OnceOptions onceOptions() {
    if (requests == null) {
      throw new DemoFailure("--once needs --requests FILE.csv");
    }
    return new OnceOptions(
        requests,
        Optional.ofNullable(key),
        via,
        Optional.ofNullable(killEvery).map(seconds -> Duration.ofMillis((long) (seconds * 1000))),
        dropAnswers);
  }
}
