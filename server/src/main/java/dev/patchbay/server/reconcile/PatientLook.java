package dev.patchbay.server.reconcile;

import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.RowAudit.Look;
import java.io.IOException;
import java.util.function.Supplier;

/** Looks again where a budget of calls is used up; what else goes wrong is for another try. */
record PatientLook(Configuration configuration, String connector, Progress progress) {
  <T> T seen(Supplier<Look<T>> look) throws IOException, StoppedRunException {
    while (true) {
      switch (look.get()) {
        case Look.Seen<T>(var value) -> {
          return value;
        }
        case Look.NotSeen<T>(var why) -> waitOrFail(why);
      }
    }
  }

  private void waitOrFail(Outcome why) throws IOException, StoppedRunException {
    switch (why) {
      case Outcome.Throttled(_, var after) -> progress.pause(after);
      case Outcome.CredentialRefused(var cause) -> {
        configuration.holdRefused(connector, cause.message());
        throw new PostponedRunException(cause.message());
      }
      case Outcome.NotApplied(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.Postponed(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.TargetRefused(var cause) -> throw new PostponedRunException(cause.message());
      case Outcome.Rejected(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.Unknown(var cause) -> throw new PostponedRunException(cause.message());
      case Outcome.Applied _ -> throw new IllegalStateException("reading applied something");
    }
  }
}
