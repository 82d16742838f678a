package dev.patchbay.server.stream;

import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.stream.EventRing.LiveEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of {@code GET /events/stream} (server-sent events of the HTML standard). A client that
 * comes back with {@code Last-Event-ID} gets what it missed, or a {@code lagging} event where that
 * is gone. The number of clients is bounded. Thread-safe.
 */
public final class LiveStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
  private static final int REMEMBERED = 2_048;
  private static final int MOST_CLIENTS = 64;

  private final EventRing ring = new EventRing(REMEMBERED);
  private final AtomicInteger clients = new AtomicInteger();
  private final String run;
  private final Duration quiet;

  /**
   * A stream without clients.
   *
   * @param chance makes ids that no earlier run of the server gave out
   * @param quiet longest time in which a client hears nothing
   */
  public LiveStream(RandomGenerator chance, Duration quiet) {
    this.quiet = quiet;
    this.run = HexFormat.of().toHexDigits(chance.nextInt());
  }

  /** Sends to every client. */
  public void publish(String name, Object data) {
    ring.publish(name, ServerJson.bytes(data));
  }

  /** How many clients listen. */
  public int clients() {
    return clients.get();
  }

  /**
   * A new client.
   *
   * @param lastEventId of the event it saw last, null if it is new
   */
  public Client open(@Nullable String lastEventId) {
    if (clients.incrementAndGet() > MOST_CLIENTS) {
      clients.decrementAndGet();
      throw new ProblemException(
          Problems.of(ProblemKind.UNAVAILABLE, "Too many live views are open; close one."));
    }
    return new Client(lastEventId);
  }

  @Override
  public void close() {
    ring.close();
  }

  /** One connection. */
  public final class Client {
    private long seen;
    private boolean resumed = true;

    private Client(@Nullable String lastEventId) {
      this.seen = ring.last();
      if (lastEventId != null) {
        resume(lastEventId);
      }
    }

    /** Copies events until the caller goes away or the server stops. */
    public void copyTo(OutputStream out) {
      try {
        comment(out, "connected");
        if (!resumed) {
          write(out, "lagging", ServerJson.bytes(new Lagging(null)), null);
        }
        out.flush();
        while (pass(out)) {
          out.flush();
        }
      } catch (IOException gone) {
        LOG.debug("a live view was closed: {}", gone.getMessage());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } finally {
        clients.decrementAndGet();
      }
    }

    private void resume(String lastEventId) {
      int dash = lastEventId.indexOf('-');
      try {
        resumed = dash > 0 && lastEventId.substring(0, dash).equals(run);
        seen = resumed ? Math.min(seen, Long.parseLong(lastEventId.substring(dash + 1))) : seen;
      } catch (NumberFormatException malformed) {
        resumed = false;
      }
    }

    private boolean pass(OutputStream out) throws IOException, InterruptedException {
      var batch = ring.after(seen, quiet);
      if (batch.missed() > 0) {
        write(out, "lagging", ServerJson.bytes(new Lagging(batch.missed())), null);
      }
      for (var event : batch.events()) {
        write(out, event.name(), event.data(), event);
        seen = event.id();
      }
      if (batch.events().isEmpty() && !batch.closed()) {
        comment(out, "alive");
      }
      return !batch.closed();
    }

    private void write(OutputStream out, String name, byte[] data, @Nullable LiveEvent event)
        throws IOException {
      if (event != null) {
        out.write(text("id: " + run + "-" + event.id() + "\n"));
      }
      out.write(text("event: " + name + "\ndata: "));
      out.write(data);
      out.write(text("\n\n"));
    }

    private static void comment(OutputStream out, String words) throws IOException {
      out.write(text(": " + words + "\n\n"));
    }

    private static byte[] text(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * Events were left out.
   *
   * @param missed how many, null if nobody knows: the client starts afresh
   */
  public record Lagging(@Nullable Long missed) {}
}
