package dev.patchbay.server.management;

import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeState;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.spi.CallObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The server's metrics in Prometheus' text format. Thread-safe. */
public final class HubMetrics {
  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram calls =
      Histogram.builder()
          .name("external_call_latency")
          .help("Seconds that calls to the outside took")
          .labelNames("connector", "method", "status")
          .classicUpperBounds(.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 180)
          .classicOnly()
          .register(registry);
  private final Counter receipts =
      Counter.builder()
          .name("patchbay_inbox_events_total")
          .help("Events answered by this node, by receipt")
          .labelNames("status")
          .register(registry);

  private final ServiceMetrics services = new ServiceMetrics(registry);
  private final ResultMetrics results = new ResultMetrics(registry);
  private volatile Supplier<List<IntakeView>> intakes = List::of;
  private volatile List<IntakeView> intakesNow = List.of();

  public HubMetrics() {
    runtime();
  }

  /** Those of core services. */
  public ServiceMetrics services() {
    return services;
  }

  /** Those of results. */
  public ResultMetrics results() {
    return results;
  }

  /** Where a connector reports its calls. */
  public CallObserver calls(String connector) {
    return (method, status, took) ->
        calls.labelValues(connector, method, status).observe(seconds(took));
  }

  /** Counts what events were answered with. */
  public void answered(List<EventReceipt> answers) {
    answers.forEach(
        receipt -> receipts.labelValues(receipt.status().name().toLowerCase(Locale.ROOT)).inc());
  }

  /** Shows what is read whenever somebody asks. */
  public void show(Supplier<DeliveryCounts> counts, Supplier<List<ConnectorView>> connectors) {
    gauge("patchbay_deliveries", "Deliveries by state", "state")
        .callback(
            gauge ->
                counts
                    .get()
                    .byState()
                    .forEach(
                        (state, n) ->
                            gauge.call((double) n, state.name().toLowerCase(Locale.ROOT))))
        .register(registry);
    gauge(
            "integration_connector_status",
            "1 for the state that the connector is in",
            "connector",
            "state")
        .callback(gauge -> connectors.get().forEach(connector -> states(gauge, connector)))
        .register(registry);
  }

  /** Shows how intakes are whenever somebody asks. */
  public void show(Supplier<List<IntakeView>> intakes) {
    this.intakes = intakes;
    gauge("patchbay_intake_up", "1 where an intake reads", "intake", "node")
        .callback(
            gauge ->
                nodes(
                    (intake, node) ->
                        gauge.call(node.state() == IntakeState.UP ? 1 : 0, intake, node.node())))
        .register(registry);
    gauge("patchbay_intake_lag", "Records at the broker not stored yet", "intake", "node")
        .callback(
            gauge ->
                nodes(
                    (intake, node) -> {
                      if (node.lag() != null) {
                        gauge.call((double) node.lag(), intake, node.node());
                      }
                    }))
        .register(registry);
    gauge("patchbay_intake_incidents", "Gaps that nobody has seen yet", "intake")
        .callback(
            gauge ->
                intakesNow.forEach(intake -> gauge.call(intake.incidents().size(), intake.name())))
        .register(registry);
  }

  /** Everything, as text. */
  public byte[] text() {
    intakesNow = intakes.get(); // once for all that is told of them
    var text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toByteArray();
  }

  private void nodes(BiConsumer<String, IntakeNodeView> each) {
    for (var intake : intakesNow) {
      intake.nodes().forEach(node -> each.accept(intake.name(), node));
    }
  }

  private static void states(GaugeWithCallback.Callback gauge, ConnectorView connector) {
    for (var state : ConnectorState.values()) {
      gauge.call(
          connector.state() == state ? 1 : 0,
          connector.name(),
          state.name().toLowerCase(Locale.ROOT));
    }
  }

  private void runtime() {
    var memory = ManagementFactory.getMemoryMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    var runtime = ManagementFactory.getRuntimeMXBean();
    gauge("jvm_memory_used_bytes", "Memory in use", "area")
        .callback(
            gauge -> {
              gauge.call((double) memory.getHeapMemoryUsage().getUsed(), "heap");
              gauge.call((double) memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
            })
        .register(registry);
    gauge("jvm_threads_current", "Platform threads")
        .callback(gauge -> gauge.call(threads.getThreadCount()))
        .register(registry);
    gauge("process_uptime_seconds", "Time since the start")
        .callback(gauge -> gauge.call(runtime.getUptime() / 1e3))
        .register(registry);
    gauge("jvm_gc_seconds", "Time spent in collections")
        .callback(gauge -> gauge.call(collected()))
        .register(registry);
  }

  private static double collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(bean -> Math.max(0, bean.getCollectionTime()))
            .sum()
        / 1e3;
  }

  private static GaugeWithCallback.Builder gauge(String name, String help, String... labels) {
    return GaugeWithCallback.builder().name(name).help(help).labelNames(labels);
  }

  private static double seconds(Duration took) {
    return took.toNanos() / NANOS;
  }
}
