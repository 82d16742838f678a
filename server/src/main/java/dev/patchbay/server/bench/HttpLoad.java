package dev.patchbay.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * Callers that post events, each over a keep-alive connection of its own; one thread serves them
 * all, for a generator must cost far less than the server that it loads.
 */
final class HttpLoad extends Load {
  private final URI server;
  private final String key;
  private final KilobyteEvents events;

  /** Posts these events with this API key. */
  HttpLoad(URI server, String key, KilobyteEvents events) {
    this.server = server;
    this.key = key;
    this.events = events;
  }

  @Override
  Result run(More more) {
    try (var selector = Selector.open()) {
      var running = new Running(more, selector);
      try {
        return running.untilAnswered();
      } finally {
        running.hangUp();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the load failed", failure);
    }
  }

  private final class Running {
    private final More more;
    private final Selector selector;
    private final DoubleStream.Builder millis = DoubleStream.builder();
    private int open;

    Running(More more, Selector selector) {
      this.more = more;
      this.selector = selector;
    }

    Result untilAnswered() throws IOException {
      long start = System.nanoTime();
      for (int i = 0; i < CALLERS; i++) {
        open++;
        var connection = new LoadConnection(server, key);
        next(connection, connection.register(selector));
      }
      while (open > 0) {
        selector.select(this::progress);
      }
      var all = millis.build().toArray();
      return new Result(all.length, Duration.ofNanos(System.nanoTime() - start), all);
    }

    /** Closes what a failure left open. */
    void hangUp() throws IOException {
      for (var key : selector.keys()) {
        key.channel().close();
      }
    }

    private void progress(SelectionKey ready) {
      var connection = (LoadConnection) ready.attachment();
      try {
        if (connection.isAnswered()) {
          millis.add(connection.millis());
          next(connection, ready);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private void next(LoadConnection connection, SelectionKey key) throws IOException {
      long number = nextNumber();
      if (more.test(number)) {
        connection.post(events.event(number));
      } else {
        key.cancel();
        connection.close();
        open--;
      }
    }
  }
}
