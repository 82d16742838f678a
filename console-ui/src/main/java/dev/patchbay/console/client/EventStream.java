package dev.patchbay.console.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.console.client.LiveEvent.BulkRetryChanged;
import dev.patchbay.console.client.LiveEvent.Connected;
import dev.patchbay.console.client.LiveEvent.ConnectorChanged;
import dev.patchbay.console.client.LiveEvent.CountsChanged;
import dev.patchbay.console.client.LiveEvent.DeliveryChanged;
import dev.patchbay.console.client.LiveEvent.Disconnected;
import dev.patchbay.console.client.LiveEvent.Lagging;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.retry.BulkRetryView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Live changes of the hub, resumed by {@code Last-Event-ID} after every break. One virtual thread
 * reads; the sink is called on it.
 */
public final class EventStream implements AutoCloseable {
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(300);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(35);

  private final Transport transport;
  private final Duration longestSilence;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread reader;
  private @Nullable String lastId;
  private int breaks;

  EventStream(Transport transport) {
    this(transport, LONGEST_SILENCE);
  }

  EventStream(Transport transport, Duration longestSilence) {
    this.transport = transport;
    this.longestSilence = longestSilence;
  }

  /** Starts reading. Call once. */
  public void start(Consumer<LiveEvent> sink) {
    reader = Thread.ofVirtual().name("live-events").start(() -> readForever(sink));
  }

  private void readForever(Consumer<LiveEvent> sink) {
    try {
      do {
        sink.accept(new Disconnected(readOnce(sink)));
      } while (!closed.await(pause(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Failure readOnce(Consumer<LiveEvent> sink) throws InterruptedException {
    var key = transport.key();
    var request = transport.request("/events/stream", key).header("Accept", "text/event-stream");
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      var response = transport.http().send(request.build(), BodyHandlers.ofInputStream());
      try (var body = response.body();
          var watch = SilenceWatch.of(longestSilence, body)) {
        if (response.statusCode() == 401 && !key.equals(transport.key())) {
          return new Failure.Unreachable("live events", "the key was replaced");
        }
        if (response.statusCode() != 200) {
          return transport.failure(response.statusCode(), body.readAllBytes());
        }
        breaks = 0;
        sink.accept(new Connected());
        read(body, watch, sink);
      }
      return new Failure.Unreachable("live events", "the stream ended");
    } catch (IOException | UncheckedIOException broken) {
      return new Failure.Unreachable("live events", String.valueOf(broken.getMessage()));
    }
  }

  private void read(InputStream body, SilenceWatch watch, Consumer<LiveEvent> sink)
      throws IOException {
    var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    var parser = new SseParser();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      watch.heard();
      var message = parser.line(line);
      if (message.isPresent()) {
        lastId = message.get().id();
        understand(message.get()).ifPresent(sink);
      }
    }
  }

  private Optional<LiveEvent> understand(SseParser.Message message) throws JsonProcessingException {
    var json = transport.json();
    var data = message.data();
    return switch (message.name()) {
      case "delivery" ->
          Optional.of(new DeliveryChanged(json.readValue(data, DeliverySummary.class)));
      case "connector" ->
          Optional.of(new ConnectorChanged(json.readValue(data, ConnectorView.class)));
      case "bulk-retry" ->
          Optional.of(new BulkRetryChanged(json.readValue(data, BulkRetryView.class)));
      case "counts" -> Optional.of(new CountsChanged(json.readValue(data, DeliveryCounts.class)));
      case "lagging" -> Optional.of(new Lagging());
      default -> Optional.empty();
    };
  }

  private long pause() {
    long ceiling =
        Math.min(LONGEST_WAIT.toMillis(), SHORTEST_WAIT.toMillis() << Math.min(breaks++, 6));
    return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
  }

  @Override
  public void close() {
    closed.countDown();
    if (reader != null) {
      reader.interrupt();
    }
  }
}
