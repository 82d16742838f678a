package dev.patchbay.testkit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One client's connection through a {@link TcpFaultProxy}: two pumps, one for each direction. */
final class ProxiedConnection {
  private static final int CHUNK = 8192;
  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
  private final Socket client;
  private final Socket server;
  private final Supplier<Fault> fault;
  private final Consumer<ProxiedConnection> onEnd;
  private volatile boolean answerIsCut;

  ProxiedConnection(
      Socket client, Socket server, Supplier<Fault> fault, Consumer<ProxiedConnection> onEnd) {
    this.client = client;
    this.server = server;
    this.fault = fault;
    this.onEnd = onEnd;
  }

  void start() {
    pump(Fault.Direction.REQUEST, client, server);
    pump(Fault.Direction.ANSWER, server, client);
  }

  void end() {
    close(client);
    close(server);
    onEnd.accept(this);
  }

  /** Lingering for no time turns the close into a reset. */
  void reset() {
    try {
      client.setSoLinger(true, 0);
      server.setSoLinger(true, 0);
    } catch (IOException _) {
      // Closed already: nothing is left to reset.
    } finally {
      end();
    }
  }

  private void pump(Fault.Direction direction, Socket from, Socket to) {
    Thread.ofVirtual()
        .name("fault-proxy-" + direction)
        .start(
            () -> {
              try {
                copy(direction, from, to);
              } catch (IOException _) {
                // One side has gone; the other must see it.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                end();
              }
            });
  }

  private void copy(Fault.Direction direction, Socket from, Socket to)
      throws IOException, InterruptedException {
    var chunk = new byte[CHUNK];
    var passed = 0L;
    for (var read = from.getInputStream().read(chunk);
        read >= 0;
        read = from.getInputStream().read(chunk)) {
      var present = fault.get();
      noteRequest(present, direction, chunk, read);
      var cut = isCut(present, direction);
      var allowed = cut ? 0 : allowed(present, direction, passed, read);
      to.getOutputStream().write(chunk, 0, allowed);
      passed += allowed;
      if (cut || endsHere(present, direction, passed)) {
        return;
      }
    }
  }

  /** Before the request passes: its answer may come at once. */
  private void noteRequest(Fault fault, Fault.Direction direction, byte[] chunk, int read) {
    if (fault instanceof Fault.CutAnswerTo(var request) && direction == Fault.Direction.REQUEST) {
      answerIsCut |= new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(request);
    }
  }

  /** Asked before the bytes pass: then the next request may come, and it is whose answer is cut. */
  private boolean isCut(Fault fault, Fault.Direction direction) {
    return fault instanceof Fault.CutAnswerTo && direction == Fault.Direction.ANSWER && answerIsCut;
  }

  /** How many of the bytes just read may pass, after any wait that the fault demands. */
  private int allowed(Fault fault, Fault.Direction direction, long passed, int read)
      throws InterruptedException {
    return switch (fault) {
      case Fault.None() -> read;
      case Fault.Cut() -> 0;
      case Fault.CutAfter(var where, var bytes) ->
          where == direction ? rest(bytes, passed, read) : read;
      case Fault.ResetAfter(var where, var bytes) ->
          where == direction ? rest(bytes, passed, read) : read;
      case Fault.Delay(var pause) -> {
        Thread.sleep(pause);
        yield read;
      }
      case Fault.Throttle(var rate) -> {
        Thread.sleep(Duration.ofNanos(read * NANOS_PER_SECOND / rate));
        yield read;
      }
      case Fault.CutAnswerTo(_) -> read;
      case Fault.HalfOpen(var where) -> where == direction ? 0 : read;
    };
  }

  private static int rest(long limit, long passed, int read) {
    return Math.clamp(limit - passed, 0, read);
  }

  private boolean endsHere(Fault fault, Fault.Direction direction, long passed) {
    return switch (fault) {
      case Fault.Cut() -> true;
      case Fault.CutAfter(var where, var bytes) -> where == direction && passed >= bytes;
      case Fault.ResetAfter(var where, var bytes) -> {
        var ends = where == direction && passed >= bytes;
        if (ends) {
          reset();
        }
        yield ends;
      }
      case Fault.None(),
          Fault.Delay(_),
          Fault.Throttle(_),
          Fault.HalfOpen(_),
          Fault.CutAnswerTo(_) ->
          false;
    };
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing more can be done with a socket that does not close.
    }
  }
}
