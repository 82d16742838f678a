package dev.patchbay.server.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;

/** Many callers, each of which waits for its answer before it calls again. */
final class Callers {
  static final int CONNECTIONS = 64;

  /** Opens what one caller calls with. */
  @FunctionalInterface
  interface Line {
    Caller open() throws Exception;
  }

  /** One caller. */
  @FunctionalInterface
  interface Caller extends AutoCloseable {
    /** Calls and waits for the answer; the number is given to no other call. */
    void call(long number) throws Exception;

    @Override
    default void close() throws IOException {}
  }

  /**
   * What came of it.
   *
   * @param calls all of them answered
   * @param took from the first call to the last answer
   * @param millis of every call
   */
  record Result(long calls, Duration took, double[] millis) {
    double perSecond() {
      return calls / (took.toNanos() / 1e9);
    }
  }

  private final Line line;
  private final AtomicLong numbers = new AtomicLong();

  Callers(Line line) {
    this.line = line;
  }

  /** Calls for this long. */
  Result during(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return run(_ -> System.nanoTime() - end < 0);
  }

  /** Makes this many calls. */
  Result times(long calls) {
    long end = numbers.get() + calls;
    return run(number -> number < end);
  }

  /** Whether to make the call of this number. */
  @FunctionalInterface
  private interface More {
    boolean test(long number);
  }

  private Result run(More more) {
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<double[]> one = () -> call(more);
      var running = new ArrayList<Future<double[]>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(threads.submit(one));
      }
      var millis = DoubleStream.empty();
      for (var caller : running) {
        millis = DoubleStream.concat(millis, DoubleStream.of(caller.get()));
      }
      var all = millis.toArray();
      return new Result(all.length, Duration.ofNanos(System.nanoTime() - start), all);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a caller failed", failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private double[] call(More more) throws Exception {
    var millis = DoubleStream.builder();
    try (var caller = line.open()) {
      for (long n = numbers.getAndIncrement(); more.test(n); n = numbers.getAndIncrement()) {
        long start = System.nanoTime();
        caller.call(n);
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    return millis.build().toArray();
  }
}
