package dev.patchbay.server.demo.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.demo.GoogleStandIn;
import dev.patchbay.server.demo.channel.EventChannel;
import dev.patchbay.server.http.ServerJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps telling the server what happens in the city, until it is closed. */
final class Trickle implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trickle.class);
  private static final Duration PACE = Duration.ofMillis(1_200);
  private static final int PAST = 150;
  private static final Duration PAST_APART = Duration.ofMinutes(37);

  /** Facts between two bad moments of Google. */
  private static final int BURST_EVERY = 60;

  private final EventChannel channel;
  private final City city;
  private final GoogleStandIn google;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("city").unstarted(this::run);
  private int told;

  Trickle(EventChannel channel, City city, GoogleStandIn google) {
    this.channel = channel;
    this.city = city;
    this.google = google;
  }

  /** Tells what happened in the last days, all at once. */
  void tellThePast(Instant now) {
    var past = new ArrayList<ObjectNode>();
    for (int i = PAST; i > 0; i--) {
      past.add(city.next(now.minus(PAST_APART.multipliedBy(i))));
    }
    past.add(city.oversized(now));
    tell(past);
  }

  /** Goes on slowly with what happens now. */
  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        tell(List.of(city.next(Instant.now())));
        if (++told % BURST_EVERY == BURST_EVERY / 3) {
          badMoment();
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** What gets no answer is dropped: it is a demo, and the city has more to tell. */
  private void tell(List<ObjectNode> facts) {
    var answer = channel.send(facts.stream().map(ServerJson::bytes).toList());
    LOG.debug("{} facts: {}", facts.size(), answer);
  }

  private void badMoment() {
    google.breakCalls(
        Map.of("fault", "500", "method", "spreadsheets.batchUpdate", "rate", 1, "count", 3));
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
