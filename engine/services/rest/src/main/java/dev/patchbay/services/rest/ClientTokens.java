package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an Auth Service: one is kept as long as it serves, and however many need another, one
 * request is made for it. That request has a time-out of its own, so that nobody's short deadline
 * fails it for the others. Thread-safe.
 */
final class ClientTokens implements Credential {
  /** While a token still serves, a failed renewal is not tried again before. */
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(5);

  private final TokenEndpoint endpoint;
  private final Duration timeout;
  private final InstantSource clock;

  private @Nullable HeldToken held;
  private @Nullable CompletableFuture<TokenAnswer> flight;
  private Instant noRenewalBefore = Instant.MIN;

  ClientTokens(TokenEndpoint endpoint, Duration timeout, InstantSource clock) {
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public Grant grant(Deadline deadline) {
    return awaited(next(), deadline);
  }

  @Override
  public Grant fresh(Deadline deadline) {
    return awaited(flying(), deadline);
  }

  /** The one that was refused is forgotten: it may have been revoked. */
  @Override
  public Optional<Grant> instead(Grant refused, Deadline deadline) {
    forget(refused);
    return Optional.of(grant(deadline));
  }

  private synchronized CompletableFuture<TokenAnswer> next() {
    var now = clock.instant();
    if (held == null || !held.servesAt(now)) {
      return flying();
    }
    if (held.isDueAt(now) && !now.isBefore(noRenewalBefore)) {
      var _ = flying();
    }
    return CompletableFuture.completedFuture(held.issued());
  }

  private synchronized void forget(Grant refused) {
    if (held != null && held.issued().token().equals(refused)) {
      held = null;
    }
  }

  private synchronized CompletableFuture<TokenAnswer> flying() {
    if (flight == null || flight.isDone()) {
      var asked = clock.instant();
      flight =
          CompletableFuture.supplyAsync(
                  () -> endpoint.ask(Deadline.in(timeout)),
                  asking -> Thread.ofVirtual().name("service-token").start(asking))
              .whenComplete((answer, _) -> landed(answer, asked));
    }
    return flight;
  }

  private synchronized void landed(@Nullable TokenAnswer answer, Instant asked) {
    if (answer instanceof TokenAnswer.Issued issued) {
      held = HeldToken.of(issued, asked);
    } else {
      noRenewalBefore = clock.instant().plus(BETWEEN_RENEWALS);
    }
  }

  private Grant awaited(CompletableFuture<TokenAnswer> flying, Deadline deadline) {
    try {
      return switch (flying.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        case TokenAnswer.Issued(var token, _) -> token;
        case TokenAnswer.Denied(var why) -> new Grant.Withheld(why);
      };
    } catch (TimeoutException late) {
      return withheld("time-out", "No token came from " + endpoint.who() + " in time.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return withheld("interrupted", "Waiting for a token was interrupted.");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("asking for a token failed", bug.getCause());
    }
  }

  private static Grant withheld(String code, String message) {
    return new Grant.Withheld(new Fetched.Unavailable(new Cause(code, message), Duration.ZERO));
  }
}
