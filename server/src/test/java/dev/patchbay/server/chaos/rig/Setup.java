package dev.patchbay.server.chaos.rig;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.chaos.load.Fact;
import dev.patchbay.server.chaos.load.Facts;
import dev.patchbay.server.chaos.load.KafkaOutlet;
import dev.patchbay.server.chaos.load.RedisOutlet;
import dev.patchbay.server.chaos.service.Service;
import dev.patchbay.server.client.HubClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the hub is configured: events of two brokers go, every one by itself, to {@code facts}, and
 * folded to a row for each key to {@code states}.
 */
public final class Setup {
  /** The intake of Kafka. */
  public static final String KAFKA = "kafka";

  /** The intake of Redis. */
  public static final String REDIS = "redis";

  /** The connector of {@code facts}: one row a request. */
  public static final String ONE_BY_ONE = "one-by-one";

  /** Who has it is let in by the service. */
  public static final String AUTHORIZATION = "Bearer t0ken";

  /** The connector of {@code states}: several rows a request. */
  public static final String SEVERAL = "several";

  /** Both. */
  public static final List<String> CONNECTORS = List.of(ONE_BY_ONE, SEVERAL);

  private Setup() {}

  static void create(HubClient hub, Service service, Brokers brokers) {
    hub.createConnector(connector(ONE_BY_ONE, service, 1)).orFail();
    hub.createConnector(connector(SEVERAL, service, 20)).orFail();
    hub.createRoute(facts()).orFail();
    hub.createRoute(states()).orFail();
    hub.createIntake(kafka(brokers, true)).orFail();
    hub.createIntake(redis(brokers)).orFail();
  }

  /** The intake of Kafka, on or off. */
  public static IntakeDraft kafka(Brokers brokers, boolean on) {
    var settings = Map.of("bootstrap-servers", brokers.kafkaAddress(), "topics", KafkaOutlet.TOPIC);
    return new IntakeDraft(KAFKA, "kafka", settings, Map.of(), on);
  }

  private static IntakeDraft redis(Brokers brokers) {
    var settings =
        Map.of(
            "url",
            brokers.redisAddress().toString(),
            "stream",
            RedisOutlet.STREAM,
            "claim-after",
            "5");
    return new IntakeDraft(REDIS, "redis", settings, Map.of(), true);
  }

  private static ConnectorDraft connector(String name, Service service, int rows) {
    var settings =
        Map.of(
            "url",
            service.uri().toString(),
            "idempotent",
            "true",
            "rows-per-request",
            Integer.toString(rows),
            "timeout-seconds",
            "3");
    var secrets = Map.of("authorization", AUTHORIZATION);
    return new ConnectorDraft(name, "http", settings, secrets, true);
  }

  private static RouteDraft facts() {
    var columns =
        List.of(
            column("Id", CellType.TEXT, "id"),
            column("Version", CellType.INTEGER, "version"),
            column("Count", CellType.INTEGER, "attributes/count"));
    return route(Service.FACTS, ONE_BY_ONE, WriteMode.APPEND, columns);
  }

  private static RouteDraft states() {
    var columns = Facts.COLUMNS.stream().map(name -> column(name, CellType.TEXT, name)).toList();
    return route(Service.STATES, SEVERAL, WriteMode.UPSERT, columns);
  }

  private static RouteDraft route(
      String name, String connector, WriteMode mode, List<ColumnMapping> columns) {
    return new RouteDraft(
        name,
        List.of(Fact.TYPE),
        null,
        "/data/id",
        connector,
        Map.of("path", name),
        mode,
        columns,
        RouteState.ACTIVE);
  }

  private static ColumnMapping column(String header, CellType type, String field) {
    return new ColumnMapping(
        header.toLowerCase(Locale.ROOT),
        header,
        type,
        "/data/" + field,
        null,
        List.of(),
        PiiPolicy.ALLOW);
  }
}
