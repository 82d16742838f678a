package dev.patchbay.core.service;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.Cause;
import java.time.Duration;

/**
 * What every call of a service passes, whoever makes it: circuit breaker, throttle, refused
 * credential. Thread-safe.
 */
public final class ServiceGates {
  private static final Duration LONGEST_THROTTLE = Duration.ofHours(1);

  private final ConnectorGates gates;
  private final ConnectorStates states;
  private final Duration probe;

  /**
   * Gates.
   *
   * @param gates of services, not of connectors
   * @param states of services, not of connectors
   * @param probe how often a refused credential is tried again
   */
  public ServiceGates(ConnectorGates gates, ConnectorStates states, Duration probe) {
    this.gates = gates;
    this.states = states;
    this.probe = probe;
  }

  /** Whether a call may go out now. */
  public sealed interface Entry {
    /** It may; how it ended is told to the gate. */
    record Open(Passed gate) implements Entry {}

    /** The service is left in peace for a time. */
    record Shut(Cause cause, Duration time) implements Entry {}

    /** Its credential was refused, and somebody else tries it again. */
    record CredentialRefused(Cause cause) implements Entry {}
  }

  /** Asks for a call. */
  public Entry enter(String service) {
    var gate = gates.of(service);
    var health = states.of(service);
    if (health.state() == ConnectorState.CREDENTIAL_REFUSED && !gate.claimsProbe(probe)) {
      var cause = new Cause("credential-refused", String.valueOf(health.reason()));
      return new Entry.CredentialRefused(cause);
    }
    return switch (gate.enter()) {
      case ConnectorGate.Entry.Throttled(var time, var cause) -> new Entry.Shut(cause, time);
      case ConnectorGate.Entry.BreakerOpen(var time, var cause) -> new Entry.Shut(cause, time);
      case ConnectorGate.Entry.Open _ -> new Entry.Open(new Passed(gate));
    };
  }

  /** How often a refused credential is tried again. */
  public Duration probe() {
    return probe;
  }

  /** A gate that lets a call through and waits for its end. */
  public static final class Passed {
    private final ConnectorGate gate;

    private Passed(ConnectorGate gate) {
      this.gate = gate;
    }

    /** The service answered as a healthy one does, be it with a refusal. */
    public void answered() {
      gate.answered();
      gate.credentialMended();
    }

    /**
     * The service did not do its work.
     *
     * @param pause that it asked for: then it is busy; zero if it asked for none: then it fails
     */
    public void failed(Cause cause, Duration pause) {
      if (pause.isPositive()) {
        gate.throttled(cause, pause.compareTo(LONGEST_THROTTLE) < 0 ? pause : LONGEST_THROTTLE);
      } else {
        gate.failed(cause);
      }
    }

    /** The service does not know us. */
    public void credentialRefused(Cause cause) {
      gate.credentialRefused(cause);
    }
  }
}
