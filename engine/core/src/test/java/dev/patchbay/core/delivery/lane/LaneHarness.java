package dev.patchbay.core.delivery.lane;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver;
import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.DeliveryRules;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.core.delivery.RetryPolicy;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.queue.FakeDeliveryDesk;
import dev.patchbay.core.delivery.queue.FakeDeliveryQueue;
import dev.patchbay.core.delivery.queue.FakeLanes;
import dev.patchbay.core.delivery.queue.FakeNodes;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.enrich.CompiledEnrichment;
import dev.patchbay.core.enrich.EnricherRig;
import dev.patchbay.core.route.Route;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lane with its worker, everything in memory, every step by hand. */
public final class LaneHarness implements ConnectorStates {
  static final int ROUTE = 1;
  static final Duration LEASE = Duration.ofSeconds(30);

  static final DeliverySettings SETTINGS =
      new DeliverySettings(
          new DeliverySettings.Ownership(LEASE, Duration.ofMillis(20), 4, Duration.ofSeconds(5)),
          new DeliverySettings.Pace(
              100,
              Duration.ofSeconds(5),
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofSeconds(5),
              Duration.ofSeconds(1)),
          new DeliverySettings.Retry(Duration.ofSeconds(1), Duration.ofMinutes(1), 3),
          new DeliverySettings.Breaker(
              2, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1)),
          new DeliverySettings.TokenLife(Duration.ofMinutes(5), Duration.ofHours(24)));

  final SteppedClock clock = new SteppedClock();
  final FakeLanes lanes = new FakeLanes(clock);
  final FakeDeliveryQueue queue = new FakeDeliveryQueue(lanes);
  final FakeDeliveryDesk desk = new FakeDeliveryDesk(lanes);
  final FakeNodes nodes = new FakeNodes(lanes, clock);
  final FakeRowTarget target = new FakeRowTarget();
  final List<Stage> stages = new ArrayList<>();
  final Set<Integer> heldRoutes = new HashSet<>();
  public final int lane = lanes.createLane();
  final EnricherRig rig = new EnricherRig(clock);
  public final DeliveryPorts ports;
  private final DeliveryRules rules;
  private final Map<Integer, Route> routes;
  private Health health = new Health(ConnectorState.UP, null, null);
  private int tokens;
  private final LaneWorker worker;

  public LaneHarness(WriteMode mode) {
    this(mode, List.of());
  }

  /** With a route that fetches. */
  public LaneHarness(WriteMode mode, List<CompiledEnrichment> enrichments) {
    routes = Map.of(ROUTE, route(mode, enrichments));
    rules =
        new DeliveryRules(
            SETTINGS,
            new RetryPolicy(SETTINGS.retry(), new SplittableRandom(1)),
            () -> new Token(++tokens, UUID.randomUUID()),
            clock);
    var gates = new ConnectorGates(rules::breaker, this, clock);
    ports = new DeliveryPorts(queue, this::snapshot, gates, new TextEvents(), desk, rig.enricher());
    lanes.enqueue(lane, ROUTE, "first", TextEvents.payload(0, Map.of()));
    worker = worker(queue.acquire(node(), 1).getFirst());
    settle();
  }

  long node() {
    return nodes.register("node", Set.of(), LEASE);
  }

  /** Another owner of the same lane. */
  LaneWorker worker(LaneLease lease) {
    return new LaneWorker(
        lease, ports, rules, new DeliveryHooks(DeliveryObserver.NONE, stages::add));
  }

  DeliveryRules rules() {
    return rules;
  }

  private Route route(WriteMode mode, List<CompiledEnrichment> enrichments) {
    var draft =
        new RouteDraft(
            "route",
            List.of("test"),
            null,
            "/key",
            "sheets",
            Map.of("tab", "Requests"),
            mode == WriteMode.UPSERT
                ? dev.patchbay.model.route.WriteMode.UPSERT
                : dev.patchbay.model.route.WriteMode.APPEND,
            List.of(),
            RouteState.ACTIVE);
    var mapping = TextMapping.of(mode, "a", "b", "user");
    return new Route(
        ROUTE,
        draft,
        1,
        1,
        List.of(lane),
        event -> true,
        JsonPointer.compile("/key"),
        mapping,
        enrichments);
  }

  private Optional<Targets.Snapshot> snapshot(int id) {
    var reason = health.reason() == null ? "held" : health.reason();
    var hold =
        switch (health.state()) {
          case UP, BREAKER_OPEN -> null;
          case CREDENTIAL_REFUSED, PAUSED, DISABLED -> new Targets.Hold(health.state(), reason);
        };
    return Optional.of(
        new Targets.Snapshot(
            "sheets", target, new Target(Map.of("tab", "Requests")), routes, heldRoutes, hold));
  }

  @Override
  public Health of(String connector) {
    return health;
  }

  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    health = new Health(state, reason, clock.instant());
  }

  public long event(String key, long version, Map<String, String> values) {
    return lanes.enqueue(lane, ROUTE, key, TextEvents.payload(version, values));
  }

  Next step() {
    return worker.step();
  }

  /** Steps until the lane wants to wait, and says why. */
  public Next.Wait settle() {
    for (var steps = 0; steps < 100; steps++) {
      if (worker.step() instanceof Next.Wait wait) {
        return wait;
      }
    }
    throw new AssertionError("the lane never rests");
  }

  DeliveryState state(long seq) {
    return lanes.stateOf(lane, seq);
  }

  /** Outcomes of attempts since the lane was made. */
  List<String> attempts() {
    var all = lanes.attempts(lane);
    return all.subList(1, all.size());
  }

  /** Batches sent since the lane was made. */
  List<List<String>> sentKeys() {
    var all = target.keys();
    return all.subList(1, all.size());
  }
}
