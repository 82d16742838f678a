package dev.patchbay.core.delivery;

import dev.patchbay.core.connector.CircuitBreaker;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How lanes behave. All parts are thread-safe.
 *
 * @param tokens identity of attempts
 * @param clock wall clock of this node; decides waits only, never order
 */
public record DeliveryRules(
    DeliverySettings settings, RetryPolicy retry, Tokens tokens, InstantSource clock) {
  /**
   * The rules with chance and time from outside.
   *
   * @param chance thread-safe
   */
  public static DeliveryRules of(
      DeliverySettings settings, RandomGenerator chance, InstantSource clock) {
    return new DeliveryRules(
        settings, new RetryPolicy(settings.retry(), chance), Tokens.random(chance, clock), clock);
  }

  /** A closed circuit breaker. */
  public CircuitBreaker breaker() {
    var breaker = settings.breaker();
    return new CircuitBreaker(
        breaker.failures(), breaker.firstOpen(), breaker.longestOpen(), clock);
  }
}
