package dev.patchbay.server.management;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.Supplier;

/** What core services are told of their events, and what waits to be told. Thread-safe. */
public final class ResultMetrics {
  private final PrometheusRegistry registry;
  private final Counter published;

  ResultMetrics(PrometheusRegistry registry) {
    this.registry = registry;
    this.published =
        Counter.builder()
            .name("patchbay_results_published_total")
            .help("Results that this node sent out at the broker of an intake")
            .labelNames("intake")
            .register(registry);
  }

  /** Counts what was sent. */
  public void published(String intake, int results) {
    published.labelValues(intake).inc(results);
  }

  /** Shows how many wait whenever somebody asks. */
  public void show(Supplier<Map<String, Long>> waiting) {
    GaugeWithCallback.builder()
        .name("patchbay_results_waiting")
        .help("Results that are not sent yet, of all nodes")
        .labelNames("intake")
        .callback(
            gauge ->
                waiting.get().forEach((intake, results) -> gauge.call((double) results, intake)))
        .register(registry);
  }
}
