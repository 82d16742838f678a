package dev.patchbay.server.stream;

import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.retry.BulkRetryView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second what changed, as long as anybody listens, and publishes it: whatever node did
 * it, and without a cost while nobody does.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final LiveStream stream;
  private final Sources sources;
  private final ChangedDeliveries deliveries;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, Object> published = new HashMap<>();
  private @Nullable DeliveryCounts counts;

  public LiveFeed(LiveStream stream, Sources sources, ChangedDeliveries deliveries) {
    this.stream = stream;
    this.sources = sources;
    this.deliveries = deliveries;
  }

  /** Begins to look. */
  public void start() {
    Thread.ofVirtual().name("live-feed").start(this::run);
  }

  @Override
  public void close() {
    stopped.countDown();
    stream.close();
  }

  private void run() {
    learn();
    try {
      while (!stopped.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (stream.clients() > 0) {
          look();
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** What stands before anybody listens is no news, whatever happens right after is. */
  private void learn() {
    try {
      deliveries.sinceLast();
    } catch (RuntimeException failure) {
      LOG.warn("live events cannot be read: {}", failure.getMessage());
    }
  }

  private void look() {
    try {
      var now = sources.counts().get();
      if (!now.equals(counts)) {
        publishDeliveries();
        stream.publish("counts", now);
        counts = now;
      }
      publishChanged("connector", sources.connectors().get(), ConnectorView::name);
      publishChanged("bulk-retry", sources.bulkRetries().get(), BulkRetryView::id);
    } catch (RuntimeException failure) {
      LOG.warn("live events cannot be read: {}", failure.getMessage());
    }
  }

  private void publishDeliveries() {
    var changes = deliveries.sinceLast();
    changes.deliveries().forEach(delivery -> stream.publish("delivery", delivery));
    changes.lagging().ifPresent(lagging -> stream.publish("lagging", lagging));
  }

  private <T> void publishChanged(String name, List<T> now, Function<T, String> id) {
    for (T view : now) {
      if (!view.equals(published.put(name + "/" + id.apply(view), view))) {
        stream.publish(name, view);
      }
    }
  }

  /** Where the state of things is read. */
  public record Sources(
      Supplier<DeliveryCounts> counts,
      Supplier<List<ConnectorView>> connectors,
      Supplier<List<BulkRetryView>> bulkRetries) {}
}
