package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.EmbeddedPostgres.RestartMode;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.HttpSink;
import dev.patchbay.server.rig.TestBroker;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database read from a real Kafka and post to a service. Nodes, database, broker
 * and service fail one after the other, under load; afterwards the service has every event once,
 * each key's in order.
 */
class ChaosIT {
  private static final Duration DRAIN = Duration.ofSeconds(60);
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofMillis(700);
  private static final Duration LEASE_AND_MORE = Duration.ofSeconds(12);
  private static final int HEALTHY = 100;

  @TempDir private Path directory;

  private final HttpSink service = new HttpSink("Bearer t0ken");
  private final Map<String, String> table = new LinkedHashMap<>();
  private EmbeddedPostgres postgres;
  private TestBroker kafka;
  private KafkaOutlet outlet;
  private Victim one;
  private Victim other;
  private HubClient hub;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start(PostgresOptions.in(directory.resolve("postgres")));
    kafka = TestBroker.start("kafka");
    outlet = new KafkaOutlet(kafka.uri().getAuthority());
    var ports = Ports.free();
    one = node("one", ports);
    other = node("other", Ports.free());
    var key = Files.readString(directory.resolve("admin.key")).strip();
    hub = new HubClient(URI.create("http://127.0.0.1:" + ports.api()), key);
    configure();
  }

  @AfterEach
  void stop() {
    hub.close();
    one.close();
    other.close();
    outlet.close();
    kafka.close();
    postgres.close();
    service.close();
  }

  @Test
  void everyEventArrivesOnceAndInOrderWhateverFails() throws Exception {
    var feeder = new Feeder(outlet::send);
    feeder.start();
    for (var stage : Stage.values()) {
      survive("kill -9 of a node, " + stage, () -> dieAndRise(stage));
    }
    survive("kill -9 of both nodes", this::bothDieAndRise);
    survive("a node stands still longer than its lease", () -> other.freeze(LEASE_AND_MORE));
    survive("all connections to the database end", this::endConnections);
    survive("PostgreSQL restarts", () -> postgres.restart(RestartMode.FAST));
    survive("PostgreSQL crashes", () -> postgres.restart(RestartMode.IMMEDIATE));
    survive("kill -9 of the broker", kafka::dieAndRise);
    survive("the service fails", () -> service.failAt(Collections.nCopies(6, 500)));
    survive("the service throttles", () -> service.failAt(Collections.nCopies(10, 429)));
    survive("answers are lost", () -> service.failAt(Collections.nCopies(6, HttpSink.LOST)));
    feeder.finish();

    var counts = drained(feeder.events());
    table.forEach((fault, outcome) -> System.out.printf("%-45s %s%n", fault, outcome));
    assertThat(counts.accepted()).isEqualTo(feeder.events());
    assertThat(counts.byState().getOrDefault(DeliveryState.DEAD, 0L)).isZero();
    assertThat(service.applied()).hasSize(feeder.events());
    assertThat(service.applied().values()).noneMatch(body -> body.contains("AND THEN"));
    assertThat(outOfOrder(service.log())).isEmpty();
  }

  private interface Fault {
    void strike() throws Exception;
  }

  /** Healthy again without help: the service gets a hundred more events within half a minute. */
  private void survive(String name, Fault fault) throws Exception {
    Pause.of(CALM);
    fault.strike();
    int before = service.applied().size();
    long start = System.nanoTime();
    Eventually.within(RECOVERY)
        .isTrue(
            name + ": no deliveries any more", () -> service.applied().size() >= before + HEALTHY);
    table.put(name, "healthy after %.1f s".formatted((System.nanoTime() - start) / 1e9));
  }

  private void dieAndRise(Stage stage) throws IOException {
    one.dieAt(stage);
    one.rise();
  }

  private void bothDieAndRise() {
    one.dieNow();
    other.dieNow();
    one.rise();
    other.rise();
  }

  private void endConnections() throws SQLException {
    try (var connection = DriverManager.getConnection(databaseUrl());
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }
  }

  private DeliveryCounts drained(long events) {
    return Eventually.within(DRAIN)
        .get(
            "events are still on their way",
            () ->
                hub.counts() instanceof Answer.Done<DeliveryCounts>(var counts)
                        && counts.byState().getOrDefault(DeliveryState.DELIVERED, 0L) >= events
                    ? Optional.of(counts)
                    : Optional.empty());
  }

  /** Keys whose versions were applied in another order than they were made. */
  private static Map<String, String> outOfOrder(List<String> bodies)
      throws JsonProcessingException {
    var last = new HashMap<String, Integer>();
    var wrong = new HashMap<String, String>();
    for (var body : bodies) {
      var row = ServerJson.MAPPER.readTree(body);
      var key = row.path("key").asText();
      int version = row.path("data").path("Version").asInt();
      int before = last.getOrDefault(key, 0);
      if (version != before + 1) {
        wrong.putIfAbsent(key, before + " then " + version);
      }
      last.put(key, version);
    }
    return wrong;
  }

  private Victim node(String name, Ports ports) throws IOException {
    var home = Files.createDirectories(directory.resolve(name));
    return Victim.node(home, directory, databaseUrl(), ports);
  }

  private void configure() {
    var settings = Map.of("url", service.uri().toString(), "idempotent", "true");
    var secrets = Map.of("authorization", "Bearer t0ken");
    hub.createConnector(new ConnectorDraft("hook", "http", settings, secrets, true)).orFail();
    hub.createRoute(
            new RouteDraft(
                "requests-to-hook",
                List.of("request.updated"),
                null,
                "/data/id",
                "hook",
                Map.of("path", "hooks/requests"),
                WriteMode.APPEND,
                List.of(column("Id", CellType.TEXT, "id"), version()),
                RouteState.ACTIVE))
        .orFail();
    var kafkaSettings =
        Map.of("bootstrap-servers", kafka.uri().getAuthority(), "topics", KafkaOutlet.TOPIC);
    hub.createIntake(new IntakeDraft("kafka", "kafka", kafkaSettings, Map.of(), true)).orFail();
  }

  private static ColumnMapping version() {
    return column("Version", CellType.INTEGER, "version");
  }

  private static ColumnMapping column(String header, CellType type, String field) {
    return new ColumnMapping(
        field, header, type, "/data/" + field, null, List.of(), PiiPolicy.ALLOW);
  }

  private String databaseUrl() {
    var login = postgres.connectionProperties();
    return postgres.jdbcUrl()
        + "?user="
        + login.getProperty("user")
        + "&password="
        + login.getProperty("password");
  }
}
