package dev.patchbay.core.enrich;

import dev.patchbay.core.service.Answer;
import dev.patchbay.core.service.ServiceCalls;
import dev.patchbay.core.service.ServiceCalls.Asked;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches single things: one call for each, however many ask for it at the same time, and only so
 * many calls to one service at once. Thread-safe.
 */
final class Fetcher {
  private final KnownAnswers known;
  private final Troubles troubles;
  private final ServiceCalls calls;
  private final int atOnce;
  private final Map<FetchKey, Flight> flights = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

  Fetcher(KnownAnswers known, Troubles troubles, ServiceCalls calls, int atOnce) {
    this.known = known;
    this.troubles = troubles;
    this.calls = calls;
    this.atOnce = atOnce;
  }

  /**
   * One thing that is wanted.
   *
   * @param fresh the oldest answer that all who want it take
   * @param keep the oldest answer that any of them takes
   */
  record Wish(FetchKey key, Services.Open service, Duration fresh, Duration keep) {
    /** For those who want it and those who want it, too. */
    Wish together(Wish other) {
      return new Wish(key, service, shorter(fresh, other.fresh), longer(keep, other.keep));
    }
  }

  /** A call under way. */
  private static final class Flight {
    final CompletableFuture<Answer> answer = new CompletableFuture<>();
    volatile boolean late;
  }

  /** What is known without a call: an answer, or why there is none now. */
  Optional<Answer> known(Wish wish) {
    return known.inMemory(wish.key(), wish.fresh()).or(() -> troubles.of(wish.key()));
  }

  /**
   * Fetches, or waits for who does. A call that was begun is made to its end on the calling thread,
   * whatever the deadline.
   *
   * @return empty if it was not there, nor begun, in time
   */
  Optional<Answer> fetch(Wish wish, Deadline deadline) throws InterruptedException {
    var flying = flights.get(wish.key());
    if (flying != null) {
      return joined(flying, deadline);
    }
    var permit = permits.computeIfAbsent(wish.key().service(), _ -> new Semaphore(atOnce, true));
    if (!permit.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    try {
      var mine = new Flight();
      flying = flights.putIfAbsent(wish.key(), mine);
      if (flying == null) {
        return Optional.of(flown(mine, wish));
      }
    } finally {
      permit.release();
    }
    return joined(flying, deadline);
  }

  /** Somebody gave up waiting: what comes is to be kept for them. */
  void gaveUp(FetchKey key) {
    var flying = flights.get(key);
    if (flying != null) {
      flying.late = true;
    }
  }

  private static Optional<Answer> joined(Flight flight, Deadline deadline)
      throws InterruptedException {
    try {
      var left = deadline.remaining().toNanos();
      return Optional.of(flight.answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a fetch broke off", broken.getCause());
    }
  }

  private Answer flown(Flight flight, Wish wish) {
    try {
      // who asked a moment before may have found it meanwhile
      var answer = known(wish).or(() -> known.inCommon(wish.key(), wish.fresh()));
      flight.answer.complete(answer.orElseGet(() -> asked(flight, wish)));
      return flight.answer.join();
    } catch (RuntimeException broken) {
      flight.answer.completeExceptionally(broken);
      throw broken;
    } finally {
      flights.remove(wish.key(), flight);
    }
  }

  private Answer asked(Flight flight, Wish wish) {
    return switch (calls.ask(wish.service(), wish.key().path())) {
      case Asked.Spared(var unavailable) -> unavailable;
      case Asked.Called(var answer) -> learned(flight, wish, answer);
    };
  }

  private Answer learned(Flight flight, Wish wish, Answer answer) {
    return switch (answer) {
      case Answer.Found _, Answer.Missing _ -> {
        troubles.mended(wish.key());
        known.learn(wish.key(), answer, wish.keep(), flight.late);
        yield answer;
      }
      case Answer.Refused _ -> answer;
      case Answer.Unavailable(var cause, var pause) -> {
        var own = troubles.failed(wish.key(), cause);
        yield new Answer.Unavailable(cause, longer(own, pause));
      }
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
