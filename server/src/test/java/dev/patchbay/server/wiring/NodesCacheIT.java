package dev.patchbay.server.wiring;

import static dev.patchbay.server.rig.Workplace.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cache.redis.CacheAddress;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.HttpSink;
import dev.patchbay.server.rig.PeopleService;
import dev.patchbay.server.rig.TestBroker;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.wiring.HubOptions.DatabaseSource;
import dev.patchbay.testkit.Eventually;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What one node fetched, another knows through Redis; without Redis it asks for itself. */
class NodesCacheIT {
  private final TestDatabase database = TestDatabase.create();
  private final TestBroker redis = TestBroker.start("redis");
  private final PeopleService people = new PeopleService();
  private final HttpSink sink = new HttpSink("Bearer t0ken");
  private final HttpClient http = HttpClient.newHttpClient();
  private int rows;

  @AfterEach
  void close() {
    redis.close();
    people.close();
    sink.close();
    http.close();
  }

  @Test
  void whatWasFetchedOutlivesTheNodeAndALostCacheStopsNothing() {
    people.knows("1", "Ada");
    people.knows("2", "Bob");
    var options = options();
    String key;
    try (var first = Hub.start(options)) {
      key = first.firstKey().orElseThrow().text();
      configure(caller(first, key));
      connectToTheCache(caller(first, key));
      deliver(caller(first, key), "1");
    }
    assertThat(people.calls()).containsOnlyOnce("/users/1");

    try (var next = Hub.start(options)) {
      connectToTheCache(caller(next, key));
      deliver(caller(next, key), "1");
      assertThat(people.calls()).containsOnlyOnce("/users/1");
      redis.close();
      deliver(caller(next, key), "2");
    }
    assertThat(people.calls()).containsOnlyOnce("/users/1", "/users/2");
    assertThat(sink.log()).allSatisfy(row -> assertThat(row).containsAnyOf("Ada", "Bob", "Cleo"));
  }

  /** Its first call has a tenth of a second to connect, which a busy machine may not do in time. */
  private void connectToTheCache(ApiCaller caller) {
    Eventually.soon()
        .passes(
            () -> {
              var before = inTheCache();
              var stranger = "stranger-" + rows;
              people.knows(stranger, "Cleo");
              deliver(caller, stranger);
              assertThat(inTheCache()).isGreaterThan(before);
            });
  }

  private int inTheCache() {
    try (var client = RedisClient.create(redis.uri().getHost(), redis.uri().getPort())) {
      return client.keys("*").size();
    }
  }

  private void deliver(ApiCaller caller, String reporter) {
    var id = "r-" + ++rows;
    var event =
        Map.of(
            "specversion",
            "1.0",
            "id",
            id,
            "source",
            "/tests/cache",
            "type",
            "request.created",
            "data",
            Map.of("id", id, "reporter", Map.of("id", reporter)));
    caller
        .post("/events", "application/cloudevents-batch+json", List.of(event))
        .as(202, EventReceipts.class);
    Eventually.soon().passes(() -> assertThat(sink.log()).hasSize(rows));
  }

  private void configure(ApiCaller admin) {
    var connector =
        new ConnectorDraft(
            "hook",
            "http",
            Map.of("url", sink.uri().toString(), "idempotent", "true"),
            Map.of("authorization", "Bearer t0ken"),
            true);
    admin.post("/connectors", connector).as(201, ConnectorView.class);
    var service = new ServiceDraft("people", "rest", Map.of("url", people.url()), Map.of(), true);
    admin.post("/services", service).as(201, ServiceView.class);
    admin.post("/routes", route()).as(201, RouteView.class);
  }

  private static RouteDraft route() {
    return new RouteDraft(
        "requests",
        List.of("request.created"),
        null,
        "/data/id",
        "hook",
        Map.of("path", "hooks/requests"),
        WriteMode.APPEND,
        List.of(column("name", "Name", CellType.TEXT, "/enriched/who/name")),
        RouteState.ACTIVE,
        List.of(
            new Enrichment(
                "who", "people", "/users/{/data/reporter/id}", WhenUnavailable.WAIT, 600)));
  }

  private ApiCaller caller(Hub hub, String key) {
    return new ApiCaller(http, hub.api(), Optional.of(key), _ -> {});
  }

  private HubOptions options() {
    var login =
        new DatabaseSource.External(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password()));
    return HubOptions.in(TestHub.directory())
        .withDatabase(login)
        .withCache(CacheAddress.of(redis.uri().toString()));
  }
}
