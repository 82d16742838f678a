package dev.patchbay.server.rig;

import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.http.ListenOptions;
import dev.patchbay.server.http.PublicAddress;
import dev.patchbay.server.wiring.Hub;
import dev.patchbay.server.wiring.HubOptions;
import dev.patchbay.server.wiring.HubOptions.DatabaseSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub that runs in this JVM on a database of its own, with one caller of each role. */
public final class TestHub implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** As by default, but a failed delivery is tried again at once, and parked soon. */
  private static final DeliverySettings QUICK = quick();

  /** Where people reach every one of them. */
  public static final PublicAddress PUBLIC = PublicAddress.of("https://hub.example.org/patchbay/");

  private final TestDatabase database;
  private final HubOptions options;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CapturedLog log = CapturedLog.open();
  private final Answers answers = new Answers();
  private final Map<Role, String> keys = new EnumMap<>(Role.class);
  private Hub hub;

  private TestHub(TestDatabase database, HubOptions options) {
    this.database = database;
    this.options = options;
    this.hub = Hub.start(options);
  }

  /** Starts one whose Google connectors reach this sandbox. */
  public static TestHub start(SandboxSheets google) {
    var database = TestDatabase.create();
    var hub = new TestHub(database, options(database, google));
    hub.hireEveryone();
    return hub;
  }

  /** Options of a hub on a database, with a directory of its own. */
  public static HubOptions options(TestDatabase database, SandboxSheets google) {
    var login =
        new DatabaseSource.External(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password()));
    return HubOptions.in(directory())
        .withListen(listen())
        .withDatabase(login)
        .withDelivery(QUICK)
        .withPresets(Map.of("google-sheets", presets(google)));
  }

  private static ListenOptions listen() {
    return new ListenOptions(
        "127.0.0.1", 0, 0, Optional.empty(), false, Set.of(), Optional.of(PUBLIC));
  }

  private static Map<String, String> presets(SandboxSheets google) {
    return Map.of("root-url", google.uri().toString(), "calls-per-minute", "100000");
  }

  /** A caller of that role. */
  public ApiCaller as(Role role) {
    return stranger().as(keys.getOrDefault(role, ""));
  }

  public ApiCaller admin() {
    return as(Role.ADMIN);
  }

  /** A caller without a key. */
  public ApiCaller stranger() {
    return new ApiCaller(http, hub.api(), Optional.empty(), answers);
  }

  /** A caller of the management port. */
  public ApiCaller management() {
    return new ApiCaller(http, hub.management(), Optional.empty(), answers);
  }

  public TestDatabase database() {
    return database;
  }

  public HubOptions options() {
    return options;
  }

  /** Whether any answer held this text. */
  public boolean hasAnswered(String text) {
    return answers.hold(text);
  }

  /** What was logged since it was first started. */
  public CapturedLog log() {
    return log;
  }

  /** Stops the hub and starts it again on the same database and files. */
  public void restart() {
    hub.close();
    hub = Hub.start(options);
  }

  @Override
  public void close() {
    hub.close();
    http.close();
  }

  /** Path of a new directory. */
  public static Path directory() {
    try {
      var name = "hub-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
      return Files.createDirectories(Path.of("target", "hubs", name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void hireEveryone() {
    keys.put(Role.ADMIN, hub.firstKey().orElseThrow().text());
    for (var role : Role.values()) {
      if (role != Role.ADMIN) {
        keys.put(role, hire(role));
      }
    }
  }

  private String hire(Role role) {
    var name = role.name().toLowerCase(Locale.ROOT);
    admin().post("/users", new UserDraft(name, role, true)).as(201, Object.class);
    return admin()
        .post("/users/" + name + "/keys", new KeyDraft("tests"))
        .as(201, NewApiKey.class)
        .secret();
  }

  private static DeliverySettings quick() {
    var usual = DeliverySettings.DEFAULTS;
    return new DeliverySettings(
        usual.ownership(),
        usual.pace(),
        new DeliverySettings.Retry(Duration.ofMillis(10), Duration.ofMillis(50), 3),
        new DeliverySettings.Breaker(
            50, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(500)),
        usual.tokens());
  }
}
