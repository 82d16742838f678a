package dev.patchbay.intakes.redis;

import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeHealth;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Reads one Redis stream on one thread, over one connection at a time. */
final class RedisIntake implements Intake {
  private static final Logger log = LoggerFactory.getLogger(RedisIntake.class);

  /** For the last words to Redis after the hub's answer, or for giving up. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final IntakeContext context;
  private final RedisSettings settings;
  private final Pace pace;
  private final Stop stop = new Stop();
  private final Vitals vitals;
  private final Backoff backoff;
  private volatile @Nullable RedisConnection current;
  private volatile @Nullable Thread reader;

  RedisIntake(IntakeContext context, RedisSettings settings, Pace pace) {
    this.context = context;
    this.settings = settings;
    this.pace = pace;
    vitals = new Vitals(context.name(), settings.address());
    backoff = new Backoff(pace.firstRetry(), pace.longestRetry(), RandomGenerator.getDefault());
  }

  @Override
  public void start(EventSink sink) {
    var progress = new Progress(context.checkpoints(), settings.stream());
    var crew = crew(sink, progress);
    reader =
        Thread.ofPlatform()
            .name("intake-" + context.name())
            .daemon()
            .start(() -> keepReading(crew, progress));
  }

  @Override
  public IntakeHealth health() {
    return vitals.health();
  }

  @Override
  public void close() {
    stop.ask();
    var thread = reader;
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(patience())) {
        thread.interrupt();
        if (!thread.join(FAREWELL)) {
          abort();
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      abort();
      Thread.currentThread().interrupt();
    }
  }

  /** Who has no connection has nothing in hand; the thread ends once its attempt has failed. */
  private Duration patience() {
    return current == null ? FAREWELL : pace.grace();
  }

  private Session.Crew crew(EventSink sink, Progress progress) {
    var clock = InstantSource.system();
    var reporter = new Reporter(context.incidents(), settings.stream(), vitals, stop);
    var desk = new Desk(settings, new Handover(sink, vitals, stop), reporter, progress);
    var watch =
        new Watch(
            new Footing(reporter, progress),
            new GapWatch(reporter, progress, clock),
            vitals,
            new Rhythm(pace.look(), clock));
    var claimAfter = settings.claimAfter();
    var rhythm = new Rhythm(claimAfter.dividedBy(2), clock);
    var takeover = new Takeover(desk, claimAfter, pace.deadAfter(), rhythm);
    return new Session.Crew(desk, watch, takeover, stop, pace.block());
  }

  private void keepReading(Session.Crew crew, Progress progress) {
    try {
      while (!stop.isAsked()) {
        connectAndRead(crew, progress);
      }
    } catch (InterruptedException e) {
      log.debug("intake {} ends: {}", context.name(), e.getMessage());
    }
  }

  /** The worker's edge: whatever goes wrong ends this connection only. */
  private void connectAndRead(Session.Crew crew, Progress progress) throws InterruptedException {
    try {
      read(crew, progress);
    } catch (JedisException | UnreadableSecretException e) {
      log.debug("intake {}: connection ended", context.name(), e);
      pauseAfter(e);
    } catch (RuntimeException e) {
      log.error("intake {}: reading failed", context.name(), e);
      pauseAfter(e);
    }
  }

  private void read(Session.Crew crew, Progress progress) throws InterruptedException {
    try (var redis = RedisConnection.open(settings, context.secrets(), pace.block())) {
      current = redis;
      stop.pause(Duration.ZERO);
      progress.recall();
      var session =
          new Session(
              new GroupReads(
                  redis, settings.stream(), settings.group(), context.node(), settings.batch()),
              crew);
      session.begin();
      vitals.up();
      session.read();
    } finally {
      current = null;
    }
  }

  private void pauseAfter(RuntimeException failure) throws InterruptedException {
    if (vitals.isConnected()) {
      backoff.reset();
    }
    var trouble = Trouble.of(failure, settings.address());
    vitals.down(trouble.reason());
    stop.pause(trouble.lasting() ? backoff.longest() : backoff.next());
  }

  private void abort() {
    var redis = current;
    if (redis != null) {
      redis.abort();
    }
  }
}
