package dev.patchbay.core.result;

import dev.patchbay.core.result.ResultStore.Claim;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.Published;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the results of one intake out at its broker, about once a second and on a thread of its
 * own: a broker that does not answer keeps nobody else waiting. What is not sent waits in the
 * outbox. A result may be sent twice, under the same id; two nodes never send it at the same time.
 * Thread-safe.
 */
public final class ResultOutlet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResultOutlet.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST = 100;

  private final String intake;
  private final Optional<EventPublisher> publisher;
  private final ResultStore results;
  private final ResultEvents events;
  private final IntConsumer counter;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /** Sent, but the outbox may not know yet. Used by the thread only, as is {@link #trouble}. */
  private @Nullable Claim owed;

  private @Nullable String trouble;

  /**
   * Not started yet.
   *
   * @param publisher empty where nothing is to be told: then results are removed, not heaped up
   * @param counter is told how many were sent
   */
  public ResultOutlet(
      String intake,
      Optional<EventPublisher> publisher,
      ResultStore results,
      ResultEvents events,
      IntConsumer counter) {
    this.intake = intake;
    this.publisher = publisher;
    this.results = results;
    this.events = events;
    this.counter = counter;
    this.thread = Thread.ofVirtual().name("results-" + intake).unstarted(this::run);
  }

  /** Begins; called once. */
  public void start() {
    thread.start();
  }

  /** Lets what is being sent end, for two seconds, and then breaks it off. */
  @Override
  public void close() {
    stopped.countDown();
    boolean ended = await();
    publisher.ifPresent(EventPublisher::close);
    if (!ended && !await()) {
      LOG.warn("intake {}: results that were being sent may be sent again", intake);
    }
  }

  private boolean await() {
    try {
      return thread.getState() == Thread.State.NEW || thread.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    try {
      var pause = Duration.ZERO;
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = round();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says how long to wait for the next one. */
  private Duration round() {
    try {
      settle();
      return publisher.map(this::send).orElseGet(this::discard);
    } catch (RuntimeException failure) { // the worker's edge: they wait, at most until a claim ends
      LOG.debug("results of intake {}", intake, failure);
      becomes("They cannot be read, sent or noted now: " + failure);
      return PACE;
    }
  }

  private Duration discard() {
    if (results.discard(intake) > 0) {
      LOG.debug("intake {} tells no results; those that waited are removed", intake);
    }
    return PACE;
  }

  private Duration send(EventPublisher to) {
    var claim = results.claim(intake, MOST);
    if (claim.results().isEmpty()) {
      return PACE;
    }
    return switch (to.publish(claim.results().stream().map(events::event).toList())) {
      case Published.Done() -> {
        owed = claim;
        becomes(null);
        settle();
        yield claim.results().size() < MOST ? PACE : Duration.ZERO;
      }
      case Published.NotDone(var cause, var pause) -> {
        becomes(cause.message());
        results.giveBack(claim);
        yield pause.compareTo(PACE) > 0 ? pause : PACE;
      }
    };
  }

  /** Also those of the round before, if the database was away just then. */
  private void settle() {
    if (owed != null) {
      results.done(owed);
      counter.accept(owed.results().size());
      owed = null;
    }
  }

  private void becomes(@Nullable String reason) {
    if (reason == null && trouble != null) {
      LOG.info("intake {}: results are sent again", intake);
    }
    if (reason != null && !reason.equals(trouble)) {
      LOG.warn("intake {}: results wait. {}", intake, reason);
    }
    trouble = reason;
  }
}
