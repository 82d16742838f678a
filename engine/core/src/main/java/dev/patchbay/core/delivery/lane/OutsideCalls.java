package dev.patchbay.core.delivery.lane;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a connector. An exception is a bug of the connector and becomes the outcome that is safe:
 * nothing sent yet means the target is refused, anything later means nobody knows.
 */
final class OutsideCalls {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideCalls.class);

  private OutsideCalls() {}

  static Preparation prepare(RowTarget target, RowBatch batch) {
    try {
      return target.prepare(batch);
    } catch (RuntimeException bug) { // plugin code
      return new Preparation.Refused(new Outcome.TargetRefused(bug("prepare", batch, bug)));
    }
  }

  static Outcome deliver(RowTarget target, Attempt attempt) {
    try {
      return target.deliver(attempt);
    } catch (RuntimeException bug) { // plugin code
      return new Outcome.Unknown(bug("deliver", attempt.batch(), bug));
    }
  }

  static Resolution resolve(RowTarget target, Attempt attempt) {
    try {
      return target.resolve(attempt);
    } catch (RuntimeException bug) { // plugin code
      return new Resolution.StillUnknown(bug("resolve", attempt.batch(), bug), Duration.ZERO);
    }
  }

  /** Whether it can find out what became of a lost request; what fails to tell cannot. */
  static boolean findsOut(RowTarget target, Attempt attempt) {
    try {
      return target.guarantee(attempt.batch().target()) != Guarantee.NONE;
    } catch (RuntimeException bug) { // plugin code
      bug("guarantee", attempt.batch(), bug);
      return false;
    }
  }

  private static Cause bug(String call, RowBatch batch, RuntimeException bug) {
    LOG.error("connector failed in {} of attempt {}", call, batch.token().attempt(), bug);
    return new Cause("connector-bug", "the connector failed unexpectedly; see the server's log");
  }
}
