package dev.patchbay.server.config;

import dev.patchbay.core.config.ConfigSource;
import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.route.Route;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.core.route.RouteTable;
import dev.patchbay.core.route.Router;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration this node works with. It follows the epoch: at once after a change made here,
 * within a second after one made elsewhere. Reading it is reading memory. Thread-safe.
 */
public final class Configuration implements Targets, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MOST_LANES = 64;

  private final ConfigSource source;
  private final ConnectorTypes types;
  private final OpenConnectors connectors;
  private final RecentStates states;
  private final RouteCompiler compiler;
  private final Router router;
  private final ReentrantLock refreshing = new ReentrantLock();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile WorkingSet current = WorkingSet.EMPTY;
  private volatile Consumer<List<PluginInstance>> intakes = _ -> {};
  private volatile ServiceUser services = ServiceUser.NOBODY;
  private volatile Optional<String> fault = Optional.of("not loaded yet");

  public Configuration(
      ConfigSource source,
      ConnectorTypes types,
      OpenConnectors connectors,
      RecentStates states,
      RouteCompiler compiler,
      Router router) {
    this.source = source;
    this.types = types;
    this.connectors = connectors;
    this.states = states;
    this.compiler = compiler;
    this.router = router;
  }

  /** Loads what stands and begins to follow. */
  public void start() {
    refresh();
    fault = Optional.empty();
    Thread.ofVirtual().name("configuration").start(this::follow);
  }

  /** Loads anew if the epoch moved. */
  public void refresh() {
    refreshing.lock();
    try {
      if (source.epoch() != current.epoch()) {
        var snapshot = source.load();
        connectors.follow(snapshot.connectors());
        services.follow(snapshot.services());
        compiler.contracts().use(snapshot.contracts());
        current = WorkingSet.of(snapshot, compiler);
        router.use(new RouteTable(current.routes()));
        intakes.accept(current.intakes());
        LOG.info("configuration {} is in use", snapshot.epoch());
      }
    } finally {
      refreshing.unlock();
    }
  }

  /** Who works with the configured services. */
  public interface ServiceUser {
    /** Nobody. */
    ServiceUser NOBODY =
        new ServiceUser() {
          @Override
          public void follow(List<PluginInstance> services) {}

          @Override
          public void look(Set<String> services) {}
        };

    /** These are configured now; routes that ask them are in use a moment later. */
    void follow(List<PluginInstance> services);

    /** A second has passed: their states may have been changed elsewhere. */
    void look(Set<String> services);
  }

  /** Tells of the configured services after every change; call it before {@link #start}. */
  public void tellServices(ServiceUser user) {
    services = user;
  }

  /** Tells of the configured intakes: now, and after every change. */
  public void tellIntakes(Consumer<List<PluginInstance>> user) {
    refreshing.lock();
    try {
      intakes = user;
      user.accept(current.intakes());
    } finally {
      refreshing.unlock();
    }
  }

  /** Why it cannot be read now, empty if it can. */
  public Optional<String> fault() {
    return fault;
  }

  @Override
  public Optional<Snapshot> of(int target) {
    var working = current;
    return working.place(target).flatMap(place -> snapshot(working, place));
  }

  /** Live routes that compile, as events are matched with them. */
  public List<Route> routes() {
    return current.routes();
  }

  /** The same of one target. */
  public List<Route> routesTo(int target) {
    return routes().stream().filter(route -> route.target() == target).toList();
  }

  /** Live routes as they were saved, whether they compile or not. */
  List<RouteDraft> liveDrafts() {
    return current.live().stream().map(StoredRoute::draft).toList();
  }

  /** The route of this name, live or else former. */
  public Optional<Route> anyRoute(String name) {
    return route(name)
        .or(
            () ->
                current.places().values().stream()
                    .flatMap(place -> place.routes().values().stream())
                    .filter(route -> route.draft().name().equals(name))
                    .findFirst());
  }

  /** The route of this name as it works now. */
  public Optional<Route> route(String name) {
    return routes().stream().filter(route -> route.draft().name().equals(name)).findFirst();
  }

  /** Connectors of a type as they are configured. */
  public List<PluginInstance> connectorsOf(String type) {
    return current.connectors().values().stream()
        .filter(connector -> connector.type().equals(type))
        .toList();
  }

  /** The open connector of that name. */
  public Optional<RowTarget> open(String connector) {
    return connectors.find(connector);
  }

  /** The open file store of that name. */
  public Optional<FileStore> openStore(String connector) {
    return connectors.findStore(connector);
  }

  /** The open connector of that name that sends messages. */
  public Optional<MessageTarget> openMessages(String connector) {
    return connectors.findMessages(connector);
  }

  /** From now on nothing is sent through a connector, until its credential is mended. */
  public void holdRefused(String connector, String reason) {
    states.set(connector, ConnectorState.CREDENTIAL_REFUSED, reason);
  }

  /** All open file stores, by name. */
  public Map<String, FileStore> openStores() {
    return connectors.stores();
  }

  /** Why nothing may be sent through a connector now, empty if it may or there is none. */
  public Optional<Hold> hold(String connector) {
    return current.connector(connector).flatMap(this::hold);
  }

  /** Distinct targets that live routes write to through a connector. */
  public List<Target> targetsOf(String connector) {
    return current.live().stream()
        .filter(route -> route.draft().connector().equals(connector))
        .map(route -> new Target(route.draft().target()))
        .distinct()
        .toList();
  }

  /** Numbers of all targets of a connector. */
  public Set<Integer> targetNumbersOf(String connector) {
    return current.targetsOf(connector);
  }

  /** The weakest promise among a connector's targets; its type's where it has none. */
  public Guarantee guarantee(PluginInstance connector) {
    if (types.findStore(connector.type()).isPresent()) {
      return Guarantee.PROBE;
    }
    var typical = types.find(connector.type()).map(type -> type.guarantee()).orElse(Guarantee.NONE);
    return open(connector.name())
        .flatMap(
            rows ->
                targetsOf(connector.name()).stream()
                    .map(rows::guarantee)
                    .max(Comparator.naturalOrder()))
        .orElse(typical);
  }

  /** Names of live routes that ask a service. */
  public List<String> routesAsking(String service) {
    return liveDrafts().stream()
        .filter(draft -> draft.enrichments().stream().anyMatch(it -> it.service().equals(service)))
        .map(RouteDraft::name)
        .toList();
  }

  /** Numbers of all targets whose rows may wait for a service. */
  public Set<Integer> targetNumbersAsking(String service) {
    return current.targetsAsking(service);
  }

  /** Services that a draft asks and that are not configured, by field. */
  List<FieldError> serviceFaults(RouteDraft draft) {
    var known = current.serviceNames();
    return IntStream.range(0, draft.enrichments().size())
        .filter(i -> !known.contains(draft.enrichments().get(i).service()))
        .mapToObj(
            i ->
                new FieldError(
                    "/enrichments/" + i + "/service",
                    "there is no service '%s'; create it first, or name one of %s"
                        .formatted(
                            draft.enrichments().get(i).service(),
                            known.stream().sorted().toList())))
        .toList();
  }

  /** What is wrong with target settings for a connector, by field. */
  public List<FieldError> targetFaults(String connector, Target target, String at) {
    var instance = current.connector(connector);
    var type = instance.map(PluginInstance::type);
    if (type.flatMap(types::findStore).isPresent()) {
      return List.of(TargetCheck.takesNoRows(connector, "takes files", types));
    }
    if (type.flatMap(types::findMessages).isPresent()) {
      return List.of(TargetCheck.takesNoRows(connector, "sends messages", types));
    }
    var settings = instance.map(PluginInstance::settings).orElse(Map.of());
    return type.flatMap(types::find)
        .map(found -> TargetCheck.faults(found, settings, target, at))
        .orElseGet(
            () ->
                List.of(new FieldError("/connector", "there is no connector '" + connector + "'")));
  }

  /**
   * Whether the connector of a draft writes as it wants; one that is not there is told of above.
   */
  List<FieldError> modeFaults(RouteDraft draft) {
    return current
        .connector(draft.connector())
        .flatMap(connector -> types.find(connector.type()))
        .map(type -> TargetCheck.modeFaults(type, draft.mode()))
        .orElse(List.of());
  }

  /** A live route that writes to a target whose settings have no fault. */
  public Optional<String> writerOf(String connector, Target target) {
    var wanted = identity(connector, target);
    return liveDrafts().stream()
        .filter(draft -> draft.connector().equals(connector))
        .filter(draft -> identity(connector, new Target(draft.target())).equals(wanted))
        .map(RouteDraft::name)
        .findFirst();
  }

  /** Identity of a target whose settings have no fault. */
  String identity(String connector, Target target) {
    return type(connector).targetIdentity(target);
  }

  /** Lanes that such a target gets when it is new. */
  int lanes(String connector, Target target) {
    return Math.clamp(type(connector).lanes(target), 1, MOST_LANES);
  }

  private ConnectorType type(String connector) {
    return current
        .connector(connector)
        .flatMap(stored -> types.find(stored.type()))
        .orElseThrow(() -> new IllegalStateException("no connector " + connector));
  }

  @Override
  public void close() {
    stopped.countDown();
    connectors.close();
  }

  private Optional<Snapshot> snapshot(WorkingSet working, WorkingSet.Place place) {
    var stored = working.connector(place.connector());
    return stored
        .flatMap(connector -> open(connector.name()))
        .map(rows -> snapshot(stored.get(), place, rows));
  }

  private Snapshot snapshot(PluginInstance connector, WorkingSet.Place place, RowTarget rows) {
    return new Snapshot(
        connector.name(),
        rows,
        place.target(),
        place.routes(),
        place.heldRoutes(),
        hold(connector).orElse(null));
  }

  private Optional<Hold> hold(PluginInstance connector) {
    if (!connector.enabled()) {
      return Optional.of(new Hold(ConnectorState.DISABLED, "The connector is switched off"));
    }
    var health = states.of(connector.name());
    var reason = Optional.ofNullable(health.reason());
    return switch (health.state()) {
      case UP, BREAKER_OPEN -> Optional.empty();
      case PAUSED -> Optional.of(new Hold(health.state(), reason.orElse("Paused")));
      case CREDENTIAL_REFUSED ->
          Optional.of(new Hold(health.state(), reason.orElse("The credential was refused")));
      case DISABLED -> Optional.of(new Hold(health.state(), reason.orElse("Switched off")));
    };
  }

  private void follow() {
    try {
      while (!stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      refresh();
      states.refresh(current.connectorNames());
      services.look(current.serviceNames());
      fault = Optional.empty();
    } catch (RuntimeException failure) {
      fault = Optional.of("cannot be read now; what was read last is in use");
      LOG.warn("configuration cannot be read now: {}", failure.getMessage());
    }
  }
}
