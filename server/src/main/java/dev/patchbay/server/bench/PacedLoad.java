package dev.patchbay.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Posts events at an even pace, whether the hub keeps up or not: where every connection still waits
 * for its answer, another is opened. One thread serves them all, for a generator must cost far less
 * than the server that it loads. Not thread-safe.
 */
public final class PacedLoad {
  private static final int MOST_CONNECTIONS = 1_000;

  private final URI server;
  private final String key;

  PacedLoad(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /** What to post. */
  @FunctionalInterface
  public interface Events {
    /**
     * The event of this number.
     *
     * @param due when it is to be posted, whether that is possible or not
     */
    byte[] at(long number, Instant due);
  }

  /** Posts this many events and returns when all are answered. */
  public void post(int perSecond, long count, Events events) {
    try (var selector = Selector.open()) {
      var running = new Running(perSecond, count, events, selector);
      try {
        running.untilAnswered();
      } finally {
        running.hangUp();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the load failed", failure);
    }
  }

  private final class Running {
    private final int perSecond;
    private final long count;
    private final Events events;
    private final Selector selector;
    private final ArrayDeque<LoadConnection> idle = new ArrayDeque<>();
    private final long start = System.nanoTime();
    private final Instant startedAt = Instant.now();
    private long posted;
    private int connections;

    Running(int perSecond, long count, Events events, Selector selector) {
      this.perSecond = perSecond;
      this.count = count;
      this.events = events;
      this.selector = selector;
    }

    void untilAnswered() throws IOException {
      while (posted < count || idle.size() < connections) {
        long due = posted * TimeUnit.SECONDS.toNanos(1) / perSecond;
        long left = start + due - System.nanoTime();
        if (posted < count && left <= 0 && isFree()) {
          connection().post(events.at(posted++, startedAt.plusNanos(due)));
        } else {
          selector.select(this::answered, Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
      }
    }

    private boolean isFree() {
      return !idle.isEmpty() || connections < MOST_CONNECTIONS;
    }

    private LoadConnection connection() throws IOException {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
      var connection = new LoadConnection(server, key);
      connection.register(selector);
      connections++;
      return connection;
    }

    private void answered(SelectionKey ready) {
      var connection = (LoadConnection) ready.attachment();
      try {
        if (connection.isAnswered()) {
          idle.push(connection);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /** Closes every connection. */
    void hangUp() throws IOException {
      for (var one : selector.keys()) {
        one.channel().close();
      }
    }
  }
}
