package dev.patchbay.server.wiring;

import static dev.patchbay.server.rig.Workplace.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.HttpSink;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.wiring.HubOptions.DatabaseSource;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.testkit.Eventually;
import java.net.http.HttpClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several hubs on one database. */
class SeveralNodesIT {
  private static final int LANES = 8;
  private static final int BURST = 64;

  private final TestDatabase database = TestDatabase.create();
  private final HttpSink service = new HttpSink("Bearer t0ken");
  private final HttpClient http = HttpClient.newHttpClient();
  private final HubOptions options = options();
  private int events;

  @AfterEach
  void close() {
    service.close();
    http.close();
  }

  @Test
  void lanesAreSharedWithANodeThatJoinsAndTakenBackWhenItLeaves() {
    try (var first = Hub.start(options)) {
      var admin = admin(first);
      configure(admin);
      burst(admin);
      assertThat(lanesByOwner()).containsExactly("8");

      try (var second = Hub.start(options)) {
        assertThat(second.api()).isNotEqualTo(first.api());
        Eventually.soon().passes(() -> assertThat(lanesByOwner()).containsExactly("4", "4"));
        burst(admin);
      }
      burst(admin);
      assertThat(lanesByOwner()).containsExactly("8");
    }
  }

  @Test
  void aNodeForTheApiAloneLeavesDeliveryToTheOthers() {
    try (var worker = Hub.start(options)) {
      var key = worker.firstKey().orElseThrow().text();
      configure(admin(worker));
      try (var api = Hub.start(options.withRoles(EnumSet.of(NodeRole.API)))) {
        burst(caller(api, key));
        assertThat(lanesByOwner()).containsExactly("8");
      }
    }
  }

  /**
   * Posts events of as many keys, so that every lane has some, and waits for all there ever were.
   */
  private void burst(ApiCaller caller) {
    var batch = IntStream.range(events, events + BURST).mapToObj(SeveralNodesIT::event).toList();
    events += BURST;
    caller
        .post("/events", "application/cloudevents-batch+json", batch)
        .as(202, EventReceipts.class);
    Eventually.soon().passes(() -> assertThat(service.applied()).hasSize(events));
    assertThat(service.applied().values()).noneMatch(body -> body.contains("AND THEN"));
  }

  /** How many lanes each owner has, fewest first. */
  private List<String> lanesByOwner() {
    return DatabaseDump.column(
        database,
        "SELECT count(*) FROM lane WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*)");
  }

  private void configure(ApiCaller admin) {
    var connector =
        new ConnectorDraft(
            "hook",
            "http",
            Map.of("url", service.uri().toString(), "idempotent", "true"),
            Map.of("authorization", "Bearer t0ken"),
            true);
    admin.post("/connectors", connector).as(201, ConnectorView.class);
    var route =
        new RouteDraft(
            "requests-to-hook",
            List.of("request.created"),
            null,
            "/data/id",
            "hook",
            Map.of("path", "hooks/requests", "lanes", Integer.toString(LANES)),
            WriteMode.APPEND,
            List.of(column("id", "Id", CellType.TEXT, "/data/id")),
            RouteState.ACTIVE);
    admin.post("/routes", route).as(201, RouteView.class);
  }

  private static Map<String, Object> event(int number) {
    var id = "r-" + number;
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        "/tests/nodes",
        "type",
        "request.created",
        "data",
        Map.of("id", id));
  }

  private ApiCaller admin(Hub hub) {
    return caller(hub, hub.firstKey().orElseThrow().text());
  }

  private ApiCaller caller(Hub hub, String key) {
    return new ApiCaller(http, hub.api(), Optional.of(key), _ -> {});
  }

  private HubOptions options() {
    var login =
        new DatabaseSource.External(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password()));
    return HubOptions.in(TestHub.directory()).withDatabase(login);
  }
}
