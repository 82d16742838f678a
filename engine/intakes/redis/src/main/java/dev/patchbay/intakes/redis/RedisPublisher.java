package dev.patchbay.intakes.redis;

import static dev.patchbay.intakes.redis.RedisConnection.command;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.OutgoingEvent;
import dev.patchbay.spi.publish.Published;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Adds events to a stream, in the form that an intake reads. Each call has a connection of its own:
 * there is seldom something to tell, and a connection that lay idle may be dead without a sign.
 */
final class RedisPublisher implements EventPublisher {
  private static final Logger log = LoggerFactory.getLogger(RedisPublisher.class);

  private final RedisSettings settings;
  private final String stream;
  private final Secrets secrets;
  private final Backoff backoff;
  private volatile boolean closed;
  private volatile @Nullable RedisConnection current;

  RedisPublisher(RedisSettings settings, String stream, Secrets secrets, Pace pace) {
    this.settings = settings;
    this.stream = stream;
    this.secrets = secrets;
    backoff = new Backoff(pace.firstRetry(), pace.longestRetry(), RandomGenerator.getDefault());
  }

  @Override
  public Published publish(List<OutgoingEvent> events) {
    try {
      send(events);
      backoff.reset();
      return new Published.Done();
    } catch (JedisException | UnreadableSecretException failure) {
      log.debug("events not added to {}", stream, failure);
      return notDone(failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    var redis = current;
    if (redis != null) {
      redis.abort();
    }
  }

  /** In one transaction: only a call whose answer was lost leaves events behind and fails. */
  private void send(List<OutgoingEvent> events) {
    refuseIfClosed();
    try (var redis = RedisConnection.open(settings, secrets, Duration.ZERO)) {
      current = redis;
      refuseIfClosed();
      redis
          .atomically(events.stream().map(this::entry).toList())
          .forEach(RedisConnection::refuseErrors);
    } finally {
      current = null;
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new JedisException("the publisher is closed");
    }
  }

  private CommandArguments entry(OutgoingEvent event) {
    return command(Command.XADD, stream, "*", EntryFormat.EVENT, event.json());
  }

  private Published notDone(RuntimeException failure) {
    var trouble = Trouble.of(failure, settings.address());
    return new Published.NotDone(
        new Cause("not-published", trouble.reason()),
        trouble.lasting() ? backoff.longest() : backoff.next());
  }
}
