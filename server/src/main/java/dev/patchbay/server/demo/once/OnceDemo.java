package dev.patchbay.server.demo.once;

import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.ChildServer;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.DemoServer;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.GoogleStandIn;
import dev.patchbay.server.demo.OwnServer;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.demo.SheetSetup;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.channel.EventChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The main job once: a file of requests goes in, a sheet comes out, every cell is compared. */
public final class OnceDemo {
  private static final String TAB = "Requests";

  /**
   * Few enough parcels for Google's 60 calls a minute, enough for each kill to fall between two.
   */
  private static final int PARCELS_WHILE_KILLING = 12;

  /** Of those the first is already dropped early in a run, however few calls it needs. */
  private static final int SEED_OF_DROPS = 1009;

  private final OnceOptions options;
  private final DemoDirectory directory;
  private final Story story;

  public OnceDemo(OnceOptions options, DemoDirectory directory, Story story) {
    this.options = options;
    this.directory = directory;
    this.story = story;
  }

  /** Runs it from start to end; nothing is left running. */
  public Report run() {
    var file = RequestFileReader.read(options.requests(), options.key());
    var telling = new Telling(story);
    telling.file(options, file);
    directory.note(new OnceRun(options.requests().toString()));
    try (var google = GoogleStandIn.start(SandboxOptions.inMemory());
        var server = server(google)) {
      telling.started(google, server, options);
      return run(file, google, server, telling);
    }
  }

  private DemoServer server(GoogleStandIn google) {
    var ports = Ports.free();
    return options.killEvery().isPresent()
        ? ChildServer.start(directory, ports, google.uri())
        : OwnServer.start(directory, ports, google.uri());
  }

  private Report run(RequestFile file, GoogleStandIn google, DemoServer server, Telling telling) {
    try (var hub = new HubClient(server.api(), directory.readAdminKey());
        var channel = options.via().open(hub, directory)) {
      telling.channel(channel);
      var sheet = DemoSheet.create(google.client(), TAB);
      var setup = new SheetSetup(hub);
      setup.connect(google);
      setup.route(RequestRoute.of(file, sheet));
      dropAnswers(google);
      var before = google.calls();
      long started = System.nanoTime();
      var events = RowEvents.of(file);
      int kills = feed(events, channel, server);
      var counts = new Delivering(hub, story).await(distinct(events));
      var took = Duration.ofNanos(System.nanoTime() - started);
      var calls = google.calls().since(before);
      var findings = Comparison.of(file, sheet.read());
      var report = Report.of(counts.accepted(), findings, calls, kills, took);
      telling.result(file, report, findings, calls);
      return report;
    }
  }

  private static long distinct(List<RowEvent> events) {
    return events.stream().map(RowEvent::id).distinct().count();
  }

  private void dropAnswers(GoogleStandIn google) {
    if (options.dropAnswers() > 0) {
      google.breakCalls(
          Map.of(
              "fault",
              "drop-after-apply",
              "method",
              "spreadsheets.batchUpdate",
              "rate",
              options.dropAnswers(),
              "seed",
              SEED_OF_DROPS));
    }
  }

  /** Returns how often the server was killed meanwhile. */
  private int feed(List<RowEvent> events, EventChannel channel, DemoServer server) {
    if (server instanceof ChildServer child && options.killEvery().isPresent()) {
      int most = Math.ceilDiv(events.size(), PARCELS_WHILE_KILLING);
      var parcels = Parcel.pack(events, Math.clamp(most, 1, Parcel.MOST_EVENTS));
      return feedWhileKilling(parcels, channel, child, options.killEvery().get());
    }
    new Feed(channel, Pacing.NONE).send(Parcel.pack(events, Parcel.MOST_EVENTS));
    return 0;
  }

  private int feedWhileKilling(
      List<Parcel> parcels, EventChannel channel, ChildServer child, Duration every) {
    var killer = Killer.start(child, every, story);
    try (killer) {
      new Feed(channel, killer).send(parcels);
    }
    killer.failIfBroken();
    return killer.kills();
  }
}
