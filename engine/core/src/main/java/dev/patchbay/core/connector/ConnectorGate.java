package dev.patchbay.core.connector;

import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What all lanes of one connector share on this node: its circuit breaker, its throttle, and who
 * tries a refused credential again. Keeps the connector's recorded state in step. Thread-safe.
 */
public final class ConnectorGate {
  private static final Cause OPEN =
      new Cause("breaker-open", "repeated failures; the next try follows by itself");

  private final String connector;
  private final CircuitBreaker breaker;
  private final ConnectorStates states;
  private final InstantSource clock;
  private Throttle throttle = new Throttle(Wait.NONE, OPEN);
  private Wait untilProbe = Wait.NONE;

  ConnectorGate(
      String connector, CircuitBreaker breaker, ConnectorStates states, InstantSource clock) {
    this.connector = connector;
    this.breaker = breaker;
    this.states = states;
    this.clock = clock;
    if (states.of(connector).state() == ConnectorState.BREAKER_OPEN) {
      breaker.startHalfOpen();
    }
  }

  /** Whether a call may go out now. */
  public sealed interface Entry {
    /** It may; it ends with one of the gate's other methods. */
    record Open() implements Entry {}

    /** The far side's call budget is used up. */
    record Throttled(Duration time, Cause cause) implements Entry {}

    /** The circuit breaker is open. */
    record BreakerOpen(Duration time, Cause cause) implements Entry {}
  }

  private record Throttle(Wait time, Cause cause) {}

  /** Asks for a call. */
  public Entry enter() {
    var throttled = throttled();
    if (throttled.time().isPositive()) {
      return throttled;
    }
    var wait = breaker.ask();
    return wait.isPositive() ? new Entry.BreakerOpen(wait, OPEN) : new Entry.Open();
  }

  private synchronized Entry.Throttled throttled() {
    return new Entry.Throttled(throttle.time().left(clock.instant()), throttle.cause());
  }

  /** The far side answered as a healthy one does. */
  public void answered() {
    if (breaker.succeeded() && states.of(connector).state() == ConnectorState.BREAKER_OPEN) {
      states.set(connector, ConnectorState.UP, null);
    }
  }

  /** The far side failed. */
  public void failed(Cause cause) {
    if (breaker.failed() && states.of(connector).state() == ConnectorState.UP) {
      states.set(connector, ConnectorState.BREAKER_OPEN, cause.message());
    }
  }

  /** The call was not made, or its end says nothing about the far side's health. */
  public void forgotten() {
    breaker.forgotten();
  }

  /** The far side counts calls and has had enough of them for now. */
  public synchronized void throttled(Cause cause, Duration after) {
    throttle = new Throttle(Wait.of(clock.instant(), after), cause);
    breaker.forgotten();
  }

  /** The far side refused the credential: everything through this connector is held. */
  public void credentialRefused(Cause cause) {
    breaker.forgotten();
    states.set(connector, ConnectorState.CREDENTIAL_REFUSED, cause.message());
  }

  /** The credential works again. */
  public void credentialMended() {
    if (states.of(connector).state() == ConnectorState.CREDENTIAL_REFUSED) {
      states.set(connector, ConnectorState.UP, null);
    }
  }

  /** Whether the caller should try a refused credential now; true for one caller at a time. */
  public synchronized boolean claimsProbe(Duration every) {
    var now = clock.instant();
    if (untilProbe.left(now).isPositive()) {
      return false;
    }
    untilProbe = Wait.of(now, every);
    return true;
  }
}
