package dev.patchbay.store.model;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.core.delivery.RetryPolicy;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.lane.TextEvents;
import dev.patchbay.core.delivery.lane.TextMapping;
import dev.patchbay.core.delivery.queue.DeliveryQueue;
import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.enrich.EnricherRig;
import dev.patchbay.core.route.Route;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.delivery.JdbcDeliveryQueue;
import dev.patchbay.store.delivery.JdbcEventsOfKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The hub of one sequence, its far side and its book: two processes, two lanes. */
final class World implements ConnectorStates {
  private static final DeliverySettings SETTINGS = settings();

  final ModelDatabase database;
  final Defect defect;
  final int upsertLane;
  final int appendLane;
  final Integer[] lanes;
  final Book book;
  final Far far;
  final DeliveryDesk desk;
  final SteppedClock clock = new SteppedClock();
  final ModelTime time = new ModelTime(clock);
  final List<ModelProcess> processes = new ArrayList<>();
  final List<ModelProcess> zombies = new ArrayList<>();
  private final DeliveryQueue queue;
  private final DeliveryRules rules;
  private final Map<Integer, Targets.Snapshot> views = new HashMap<>();
  private final SplittableRandom chance;
  private @Nullable Integer nextToken;
  private Health health = new Health(ConnectorState.UP, null, null);

  World(ModelDatabase database, Defect defect, long seed) {
    this.database = database;
    this.defect = defect;
    this.chance = new SplittableRandom(seed);
    this.upsertLane = database.createLane();
    this.appendLane = database.createLane();
    this.lanes = new Integer[] {upsertLane, appendLane};
    this.book = new Book(upsertLane);
    this.far = new Far(book, clock, defect);
    this.desk = new JdbcDeliveryDesk(database.database());
    this.queue = new JdbcDeliveryQueue(database.database());
    this.rules =
        new DeliveryRules(SETTINGS, new RetryPolicy(SETTINGS.retry(), chance), this::token, clock);
    for (var lane : lanes) {
      views.put(database.laneOf(lane).target(), view(lane));
    }
    processes.add(newProcess());
    processes.add(newProcess());
  }

  private static DeliverySettings settings() {
    return new DeliverySettings(
        new DeliverySettings.Ownership(
            Duration.ofSeconds(30), Duration.ofSeconds(1), 10, Duration.ZERO),
        new DeliverySettings.Pace(
            6,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1)),
        new DeliverySettings.Retry(Duration.ZERO, Duration.ZERO, 3),
        new DeliverySettings.Breaker(
            4, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
        new DeliverySettings.TokenLife(Duration.ofMinutes(5), Duration.ofHours(25)));
  }

  private Token token() {
    var number = nextToken == null ? chance.nextInt(1, Integer.MAX_VALUE) : nextToken;
    nextToken = null;
    return new Token(number, TestStore.uuid());
  }

  /** The next token's number is one that stands already. */
  void collide(int which) {
    var taken = far.takenNumbers();
    nextToken = taken.isEmpty() ? null : taken.get(which % taken.size());
  }

  /** A process that has just started. */
  ModelProcess newProcess() {
    var interruptions = new Interruptions();
    var reached =
        defect == Defect.NONE
            ? new ProcessQueue(queue, interruptions, time)
            : new DefectiveQueue(this, queue, interruptions);
    var gates = new ConnectorGates(rules::breaker, this, clock);
    var ports =
        new DeliveryPorts(
            reached,
            target -> snapshot(target, interruptions),
            gates,
            new TextEvents(),
            new JdbcEventsOfKey(database.database()),
            EnricherRig.withoutServices());
    return new ModelProcess(database.registerNode(), ports, rules, interruptions);
  }

  private Optional<Targets.Snapshot> snapshot(int target, Interruptions interruptions) {
    var view = views.get(target);
    if (view == null) {
      return Optional.empty();
    }
    var hold =
        health.state() == ConnectorState.CREDENTIAL_REFUSED
            ? new Targets.Hold(health.state(), "credential refused")
            : null;
    return Optional.of(
        new Targets.Snapshot(
            "far",
            new FarTarget(far, interruptions),
            view.target(),
            view.routes(),
            Set.of(),
            hold));
  }

  /** What is configured for a lane; its route has the lane's number. */
  private Targets.Snapshot view(int lane) {
    var upsert = lane == upsertLane;
    var draft =
        new RouteDraft(
            "route-" + lane,
            List.of("test"),
            null,
            "/key",
            "far",
            Map.of(),
            upsert
                ? dev.patchbay.model.route.WriteMode.UPSERT
                : dev.patchbay.model.route.WriteMode.APPEND,
            List.of(),
            RouteState.ACTIVE);
    var mapping = TextMapping.of(upsert ? WriteMode.UPSERT : WriteMode.APPEND, "a", "b", "c");
    var route =
        new Route(
            lane,
            draft,
            1,
            lane,
            List.of(lane),
            event -> true,
            JsonPointer.compile("/key"),
            mapping,
            List.of());
    return new Targets.Snapshot(
        "far",
        new FarTarget(far, new Interruptions()),
        new Target(Map.of("tab", Integer.toString(lane))),
        Map.of(lane, route),
        Set.of(),
        null);
  }

  @Override
  public Health of(String connector) {
    return health;
  }

  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    health = new Health(state, reason, clock.instant());
  }

  void mendCredential() {
    if (health.state() == ConnectorState.CREDENTIAL_REFUSED) {
      set("far", ConnectorState.UP, null);
    }
  }

  void advance(Duration time) {
    clock.advance(time);
    database.advance(lanes, time);
  }

  Map<String, DeliveryState> states() {
    return database.states(lanes);
  }
}
