package dev.patchbay.core.service;

import dev.patchbay.core.connector.ConnectorGate;
import dev.patchbay.core.connector.ConnectorGates;
import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.event.ExactJson;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls services, each through its gate: circuit breaker, throttle, refused credential. Blocks the
 * calling thread, never longer than a call may take. Thread-safe.
 */
public final class ServiceCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
  private static final Duration LONGEST_THROTTLE = Duration.ofHours(1);

  private final ConnectorGates gates;
  private final ConnectorStates states;
  private final Duration longest;
  private final Duration probe;
  private final CallObserver observer;
  private final ExactJson json = new ExactJson();

  /**
   * Calls.
   *
   * @param gates of services, not of connectors
   * @param states of services, not of connectors
   * @param longest after which a call is given up
   * @param probe how often a refused credential is tried again
   * @param observer told of each call: the service, the name of the SPI's answer, how long it took
   */
  public ServiceCalls(
      ConnectorGates gates,
      ConnectorStates states,
      Duration longest,
      Duration probe,
      CallObserver observer) {
    this.gates = gates;
    this.states = states;
    this.longest = longest;
    this.probe = probe;
    this.observer = observer;
  }

  /** What came of asking. */
  public sealed interface Asked {
    /** The service was called. */
    record Called(Answer answer) implements Asked {}

    /** It was left in peace. */
    record Spared(Answer.Unavailable answer) implements Asked {}
  }

  /** Asks for one thing, once. */
  public Asked ask(Services.Open service, String path) {
    var gate = gates.of(service.name());
    var health = states.of(service.name());
    if (health.state() == ConnectorState.CREDENTIAL_REFUSED && !gate.claimsProbe(probe)) {
      var reason = new Cause("credential-refused", String.valueOf(health.reason()));
      return spared(service, reason, probe);
    }
    return switch (gate.enter()) {
      case ConnectorGate.Entry.Throttled(var time, var cause) -> spared(service, cause, time);
      case ConnectorGate.Entry.BreakerOpen(var time, var cause) -> spared(service, cause, time);
      case ConnectorGate.Entry.Open _ -> new Asked.Called(called(service, path, gate));
    };
  }

  private static Asked spared(Services.Open service, Cause cause, Duration time) {
    return new Asked.Spared(new Answer.Unavailable(named(service, cause), time));
  }

  private Answer called(Services.Open service, String path, ConnectorGate gate) {
    var started = System.nanoTime();
    var fetched = fetched(service, path);
    var took = Duration.ofNanos(System.nanoTime() - started);
    observer.called(service.name(), fetched.getClass().getSimpleName(), took);
    return switch (fetched) {
      case Fetched.Found(var bytes) -> {
        answered(gate);
        yield readable(service, bytes);
      }
      case Fetched.Missing _ -> {
        answered(gate);
        yield new Answer.Missing();
      }
      case Fetched.Refused(var cause) -> {
        answered(gate);
        yield new Answer.Refused(named(service, cause));
      }
      case Fetched.Unavailable(var cause, var pause) -> {
        failed(gate, named(service, cause), pause);
        yield new Answer.Unavailable(named(service, cause), shorter(pause, LONGEST_THROTTLE));
      }
      case Fetched.CredentialRefused(var cause) -> {
        gate.credentialRefused(cause);
        yield new Answer.Unavailable(named(service, cause), probe);
      }
    };
  }

  private Fetched fetched(Services.Open service, String path) {
    try {
      return service.service().fetch(path, Deadline.in(longest));
    } catch (RuntimeException bug) { // plugin code
      LOG.error("service {} failed in fetch", service.name(), bug);
      var cause = new Cause("service-bug", "the plugin failed unexpectedly; see the server's log");
      return new Fetched.Unavailable(cause, Duration.ZERO);
    }
  }

  private static void answered(ConnectorGate gate) {
    gate.answered();
    gate.credentialMended();
  }

  /** A service that says how long to wait is busy; one that does not is failing. */
  private static void failed(ConnectorGate gate, Cause cause, Duration pause) {
    if (pause.isPositive()) {
      gate.throttled(cause, shorter(pause, LONGEST_THROTTLE));
    } else {
      gate.failed(cause);
    }
  }

  private Answer readable(Services.Open service, byte[] bytes) {
    try {
      json.read(bytes);
      return new Answer.Found(bytes);
    } catch (IOException unreadable) {
      var cause =
          new Cause(
              "unreadable-answer",
              "its answer is no JSON that the hub reads (UTF-8, every name once, 64 levels at"
                  + " most); its owner has to mend that");
      return new Answer.Unavailable(named(service, cause), Duration.ZERO);
    }
  }

  private static Cause named(Services.Open service, Cause cause) {
    var name = "'" + service.name() + "'";
    return cause.message().contains(name)
        ? cause
        : new Cause(cause.code(), "Service " + name + ": " + cause.message());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
