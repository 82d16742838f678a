package dev.patchbay.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/** Callers with a thread each. */
final class Callers extends Load {
  /** Calls and waits for the answer. */
  @FunctionalInterface
  interface Caller {
    void call(long number) throws Exception;
  }

  private final Caller caller;

  Callers(Caller caller) {
    this.caller = caller;
  }

  @Override
  Result run(More more) {
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<double[]> one = () -> call(more);
      var running = new ArrayList<Future<double[]>>();
      for (int i = 0; i < CALLERS; i++) {
        running.add(threads.submit(one));
      }
      var millis = DoubleStream.empty();
      for (var done : running) {
        millis = DoubleStream.concat(millis, DoubleStream.of(done.get()));
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
    for (long n = nextNumber(); more.test(n); n = nextNumber()) {
      long start = System.nanoTime();
      caller.call(n);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return millis.build().toArray();
  }
}
