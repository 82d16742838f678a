package dev.patchbay.core.enrich;

import dev.patchbay.core.connector.CircuitBreaker;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.service.ServiceCalls;
import dev.patchbay.core.service.ServiceGates;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An enricher with one service, {@code users}, and a clock that tests move. */
public final class EnricherRig {
  static final int BREAKS_AFTER = 3;
  static final Duration STAYS_OPEN = Duration.ofSeconds(10);

  /** Tests of what comes in time wait for it however busy the machine is. */
  private static final EnrichSettings SETTINGS =
      EnrichSettings.DEFAULTS
          .withBatch(Duration.ofSeconds(30))
          .withPauses(
              new EnrichSettings.Pauses(
                  Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));

  public final FakeService users = new FakeService();
  final FakeStates states = new FakeStates();
  final Map<String, byte[]> shared = new ConcurrentHashMap<>();
  final InstantSource clock;
  final ConnectorGates gates;
  private String edition = "1";
  private boolean closed;

  public EnricherRig(InstantSource clock) {
    this.clock = clock;
    this.gates =
        new ConnectorGates(
            () -> new CircuitBreaker(BREAKS_AFTER, STAYS_OPEN, Duration.ofMinutes(1), clock),
            states,
            clock);
  }

  /** One that asks nobody. */
  public static Enricher withoutServices() {
    return new EnricherRig(new SteppedClock()).enricher();
  }

  public Enricher enricher() {
    return enricher(SharedCache.NONE);
  }

  Enricher enricher(SharedCache cache) {
    return enricher(cache, SETTINGS);
  }

  /** One whose batches wait no longer than this. */
  Enricher impatient(Duration batch) {
    return enricher(SharedCache.NONE, SETTINGS.withBatch(batch));
  }

  private Enricher enricher(SharedCache cache, EnrichSettings settings) {
    return new Enricher(
        new EnrichPorts(this::access, calls(), cache, EnrichObserver.NONE), settings, clock);
  }

  /** Calls through the same gates. */
  public ServiceCalls calls() {
    var entrances = new ServiceGates(gates, states, SETTINGS.pauses().credential());
    return new ServiceCalls(entrances, SETTINGS.call(), (_, _, _) -> {});
  }

  /** The service, or why there is none. */
  public Services.Access access(String name) {
    return closed || !name.equals("users")
        ? new Services.Closed(new Cause("no-service", "there is no service '" + name + "'"))
        : new Services.Open("users", edition, users);
  }

  /** The service was configured anew. */
  void edit() {
    edition += "+";
  }

  /** The service was switched off. */
  void close() {
    closed = true;
  }
}
