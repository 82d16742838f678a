package dev.patchbay.server.management;

import dev.patchbay.core.enrich.EnrichObserver;
import dev.patchbay.model.service.ServiceState;
import dev.patchbay.model.service.ServiceView;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What core services are asked, how they answer, and what need not be asked. Thread-safe. */
public final class ServiceMetrics implements EnrichObserver {
  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry;
  private final Histogram calls;
  private final Counter known;
  private final Counter failures;

  ServiceMetrics(PrometheusRegistry registry) {
    this.registry = registry;
    this.calls =
        Histogram.builder()
            .name("patchbay_service_call_latency")
            .help("Seconds that calls to core services took")
            .labelNames("service", "outcome")
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30)
            .classicOnly()
            .register(registry);
    this.known =
        Counter.builder()
            .name("patchbay_service_known_total")
            .help("Answers of core services that were known without a call, by where")
            .labelNames("service", "place")
            .register(registry);
    this.failures =
        Counter.builder()
            .name("patchbay_shared_cache_failures_total")
            .help("Calls to the cache that nodes share which failed")
            .register(registry);
  }

  /** A call to the cache that nodes share failed. */
  public void cacheFailed() {
    failures.inc();
  }

  @Override
  public void called(String service, String outcome, Duration took) {
    calls.labelValues(service, outcome.toLowerCase(Locale.ROOT)).observe(took.toNanos() / NANOS);
  }

  @Override
  public void known(String service, Place place) {
    known.labelValues(service, place.name().toLowerCase(Locale.ROOT)).inc();
  }

  /** Shows how services are whenever somebody asks. */
  public void show(Supplier<List<ServiceView>> services) {
    GaugeWithCallback.builder()
        .name("patchbay_service_status")
        .help("1 for the state that the core service is in")
        .labelNames("service", "state")
        .callback(gauge -> services.get().forEach(service -> states(gauge, service)))
        .register(registry);
  }

  private static void states(GaugeWithCallback.Callback gauge, ServiceView service) {
    for (var state : ServiceState.values()) {
      gauge.call(
          service.state() == state ? 1 : 0, service.name(), state.name().toLowerCase(Locale.ROOT));
    }
  }
}
