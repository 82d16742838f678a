package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeHealth;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics on one thread of its own, one {@link Session} after the other. */
final class KafkaIntake implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);

  /** The grace for the sink's answer, and some time to commit and to leave. */
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

  private final IntakeContext context;
  private final ClientProperties properties;
  private final Reasons reasons;
  private final Condition condition;
  private final Stop stop = new Stop();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private volatile @Nullable Thread thread;

  KafkaIntake(IntakeContext context) {
    var settings = KafkaSettings.of(context.settings());
    this.context = context;
    this.properties = new ClientProperties(settings, context);
    this.reasons = new Reasons(settings);
    this.condition = new Condition(context.name());
  }

  @Override
  public void start(EventSink sink) {
    thread =
        Thread.ofPlatform().daemon().name("intake-" + context.name()).start(() -> readOn(sink));
  }

  @Override
  public IntakeHealth health() {
    return condition.health();
  }

  @Override
  public void close() {
    stop.request();
    var running = thread;
    if (running == null) {
      return;
    }
    try {
      if (!running.join(LONGEST_CLOSE)) {
        LOG.warn("intake {} did not end within {}", context.name(), LONGEST_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOn(EventSink sink) {
    try {
      while (!stop.isRequested()) {
        read(sink);
        if (condition.hasJoined()) {
          backoff.reset();
        }
        stop.await(backoff.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(EventSink sink) throws InterruptedException {
    condition.starts();
    try (var session = new Session(properties, condition, stop)) {
      session.read(sink);
    } catch (KafkaException e) {
      LOG.info("intake {}: session ended, {}", context.name(), e.toString());
      condition.trouble(reasons.of(e));
    } catch (UnreadableSecretException e) {
      condition.trouble(e.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("intake {}: session broke", context.name(), bug);
      condition.trouble("Reading broke off and begins again; the hub's log says why.");
    }
  }
}
