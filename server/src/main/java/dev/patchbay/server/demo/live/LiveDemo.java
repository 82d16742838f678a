package dev.patchbay.server.demo.live;

import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.DemoServer;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.GoogleStandIn;
import dev.patchbay.server.demo.OwnServer;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.demo.SheetSetup;
import dev.patchbay.server.demo.channel.EventChannel;
import dev.patchbay.server.demo.channel.Via;
import dev.patchbay.server.demo.once.OnceRun;
import dev.patchbay.server.wiring.Closing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A hub at work with everything around it, until it is closed. */
public final class LiveDemo implements AutoCloseable {
  private static final String TAB = "Requests";

  private final DemoDirectory directory;
  private final Closing closing;
  private final GoogleStandIn google;
  private final DemoServer server;
  private final HubClient hub;
  private final EventChannel channel;
  private final OldList list;

  private LiveDemo(DemoDirectory directory, Via via, Closing closing) {
    this.directory = directory;
    this.closing = closing;
    var ports = directory.recall(Ports.class).orElseGet(Ports::preferred).orFree();
    this.google = closing.add(GoogleStandIn.start(options(directory, ports)));
    this.server = closing.add(OwnServer.start(directory, ports, google.uri()));
    this.hub = closing.add(new HubClient(server.api(), directory.readAdminKey()));
    this.channel = closing.add(via.open(hub, directory));
    this.list = closing.add(OldList.start(directory.imports()));
    directory.note(ports);
  }

  /**
   * Starts all of it, or finds it again in a directory that was used before.
   *
   * @param directory closed with the demo
   * @param via which way events take
   * @param chance where requests come from
   */
  public static LiveDemo start(DemoDirectory directory, Via via, RandomGenerator chance) {
    if (directory.recall(OnceRun.class).isPresent()) {
      throw new DemoFailure(
          directory.root() + " holds a run with --once; choose another directory");
    }
    var closing = new Closing();
    closing.add(directory);
    try {
      var demo = new LiveDemo(directory, via, closing);
      demo.fill(chance);
      return demo;
    } catch (RuntimeException failure) {
      closing.close();
      throw failure;
    }
  }

  /** Where the API is. */
  public URI api() {
    return server.api();
  }

  /** Where health and metrics are. */
  public URI management() {
    return server.management();
  }

  /** The page that shows the sheet. */
  public URI sheetPage() {
    return google.uri().resolve("/");
  }

  /** A file to try an import with. */
  public Path oldList() {
    return list.file();
  }

  /** The administrator's key. */
  public String firstKey() {
    return directory.readAdminKey();
  }

  /** Holds the administrator's key. */
  public Path firstKeyFile() {
    return directory.adminKey();
  }

  /** How events come in, for a person. */
  public String channel() {
    return channel.inWords();
  }

  /** How the deliveries stand, empty if the server is busy with something else. */
  public Optional<String> inWords() {
    return Books.inWords(hub.counts());
  }

  @Override
  public void close() {
    closing.close();
  }

  private void fill(RandomGenerator chance) {
    var setup = new SheetSetup(hub);
    setup.connect(google);
    boolean again = directory.recall(KnownSheet.class).isPresent();
    setup.route(CityRoute.of(sheet()));
    var reports = new Reports(hub, directory.reports());
    reports.setUpStore();
    reports.setUpOverview();
    new Letters(hub, Reports.STORE).setUp();
    var city = new City(new RequestNumbers(directory), chance);
    var trickle = closing.add(new Trickle(channel, city, google));
    if (!again) {
      trickle.tellThePast(Instant.now());
    }
    reports.schedule();
    list.connect(hub);
    trickle.start();
  }

  private DemoSheet sheet() {
    var known = directory.recall(KnownSheet.class);
    if (known.isPresent()) {
      return new DemoSheet(google.client(), known.get().spreadsheet(), TAB);
    }
    var made = DemoSheet.create(google.client(), TAB);
    directory.note(new KnownSheet(made.spreadsheet()));
    return made;
  }

  private static SandboxOptions options(DemoDirectory directory, Ports ports) {
    return SandboxOptions.inMemory().withPort(ports.google()).withData(directory.google());
  }

  /** The spreadsheet of an earlier run. */
  record KnownSheet(String spreadsheet) {}
}
