package dev.patchbay.core.service;

import dev.patchbay.core.event.ExactJson;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls services, each through its gate. Blocks the calling thread, never longer than a call may
 * take. Thread-safe.
 */
public final class ServiceCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

  private final ServiceGates gates;
  private final Duration longest;
  private final CallObserver observer;
  private final ExactJson json = new ExactJson();

  /**
   * Calls.
   *
   * @param longest after which a call is given up
   * @param observer told of each call: the service, the name of the SPI's answer, how long it took
   */
  public ServiceCalls(ServiceGates gates, Duration longest, CallObserver observer) {
    this.gates = gates;
    this.longest = longest;
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
    return switch (gates.enter(service.name())) {
      case ServiceGates.Entry.Shut(var cause, var time) -> spared(service, cause, time);
      case ServiceGates.Entry.CredentialRefused(var cause) -> spared(service, cause, gates.probe());
      case ServiceGates.Entry.Open(var gate) -> new Asked.Called(called(service, path, gate));
    };
  }

  private static Asked spared(Services.Open service, Cause cause, Duration time) {
    return new Asked.Spared(new Answer.Unavailable(named(service, cause), time));
  }

  private Answer called(Services.Open service, String path, ServiceGates.Passed gate) {
    var started = System.nanoTime();
    var fetched = fetched(service, path);
    var took = Duration.ofNanos(System.nanoTime() - started);
    observer.called(service.name(), fetched.getClass().getSimpleName(), took);
    return switch (fetched) {
      case Fetched.Found(var bytes) -> {
        gate.answered();
        yield readable(service, bytes);
      }
      case Fetched.Missing _ -> {
        gate.answered();
        yield new Answer.Missing();
      }
      case Fetched.Refused(var cause) -> {
        gate.answered();
        yield new Answer.Refused(named(service, cause));
      }
      case Fetched.Unavailable(var cause, var pause) -> {
        gate.failed(named(service, cause), pause);
        yield new Answer.Unavailable(named(service, cause), pause);
      }
      case Fetched.CredentialRefused(var cause) -> {
        gate.credentialRefused(cause);
        yield new Answer.Unavailable(named(service, cause), gates.probe());
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
}
