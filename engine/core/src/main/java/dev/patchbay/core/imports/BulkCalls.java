package dev.patchbay.core.imports;

import dev.patchbay.core.imports.BulkAnswer.Answer;
import dev.patchbay.core.imports.ImportStore.OpenChunk;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.service.ServiceGates;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Told;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a Request Service chunks, each until it answers: with the same key and body, a few times at
 * once, then later. Through the gate that everything passes that calls the service. Thread-safe.
 */
public final class BulkCalls {
  private static final Logger LOG = LoggerFactory.getLogger(BulkCalls.class);
  private static final String PATH = "/requests/bulk";
  private static final int TRIES = 6;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Services services;
  private final ServiceGates gates;
  private final RandomGenerator chance;

  public BulkCalls(Services services, ServiceGates gates, RandomGenerator chance) {
    this.services = services;
    this.gates = gates;
    this.chance = chance;
  }

  /** What came of telling a chunk. */
  public sealed interface Sent {
    /** It is known what became of each row. */
    record Known(Answer answer) implements Sent {}

    /**
     * Nothing is known, or nothing happened.
     *
     * @param pause until it is tried again
     */
    record Later(String reason, Duration pause) implements Sent {}

    /** It will never be taken. */
    record Never(String reason) implements Sent {}
  }

  /** Tells a chunk. */
  public Sent send(String service, OpenChunk chunk, Progress progress) throws StoppedRunException {
    var last = once(service, chunk);
    for (int tried = 1; tried < TRIES && isSoon(last); tried++) {
      progress.pause(pause(last, tried));
      last = once(service, chunk);
    }
    return last instanceof Sent.Later(var reason, var pause) && pause.isZero()
        ? new Sent.Later(reason, LOOK_AGAIN)
        : last;
  }

  private static boolean isSoon(Sent sent) {
    return sent instanceof Sent.Later(var _, var pause) && pause.compareTo(SOON) < 0;
  }

  /** As long as is asked for, and full jitter. */
  private Duration pause(Sent sent, int tried) {
    var asked = sent instanceof Sent.Later(var _, var pause) ? pause : Duration.ZERO;
    return asked.plusMillis(1 + chance.nextLong(FIRST_PAUSE.toMillis() << tried));
  }

  private Sent once(String service, OpenChunk chunk) {
    return switch (services.of(service)) {
      case Services.Closed(var cause) -> later(cause, LOOK_AGAIN);
      case Services.Open open -> throughGate(open, chunk);
    };
  }

  private Sent throughGate(Services.Open service, OpenChunk chunk) {
    return switch (gates.enter(service.name())) {
      case ServiceGates.Entry.Shut(var cause, var time) -> later(cause, time);
      case ServiceGates.Entry.CredentialRefused(var cause) -> later(cause, LOOK_AGAIN);
      case ServiceGates.Entry.Open(var gate) -> told(service, chunk, gate);
    };
  }

  private Sent told(Services.Open service, OpenChunk chunk, ServiceGates.Passed gate) {
    return switch (tell(service, chunk)) {
      case Told.Answered(var json) -> {
        gate.answered();
        yield BulkAnswer.of(json, chunk.rows().size())
            .<Sent>map(Sent.Known::new)
            .orElseGet(() -> unreadable(service.name()));
      }
      case Told.NotApplied(var cause, var pause) -> {
        gate.failed(cause, pause);
        yield later(cause, pause);
      }
      case Told.Unknown(var cause) -> {
        gate.failed(cause, Duration.ZERO);
        yield later(cause, Duration.ZERO);
      }
      case Told.CredentialRefused(var cause) -> {
        gate.credentialRefused(cause);
        yield later(cause, LOOK_AGAIN);
      }
      case Told.Refused(var cause) -> {
        gate.answered();
        yield new Sent.Never(cause.message());
      }
    };
  }

  private static Told tell(Services.Open service, OpenChunk chunk) {
    try {
      return service.service().send(PATH, chunk.body(), chunk.key(), Deadline.in(LONGEST));
    } catch (RuntimeException bug) { // plugin code
      LOG.error("service {} failed in send", service.name(), bug);
      return new Told.Unknown(
          new Cause(
              "service-bug",
              "Service '%s': the plugin failed unexpectedly; see the server's log."
                  .formatted(service.name())));
    }
  }

  private static Sent later(Cause cause, Duration pause) {
    var shorter = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return new Sent.Later(cause.message(), shorter);
  }

  private static Sent unreadable(String service) {
    return new Sent.Later(
        "Service '%s' answers something else than its contract says; its owner has to mend that."
            .formatted(service),
        Duration.ZERO);
  }
}
