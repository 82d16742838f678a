package dev.patchbay.server.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.job.StoppedRunException.Why;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.EventFold;
import dev.patchbay.core.rebuild.FillingRoutes;
import dev.patchbay.core.rebuild.RebuildStore;
import dev.patchbay.model.job.ReadModelRebuild;
import dev.patchbay.server.http.ServerJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes read models anew from stored events, beside those that are read, and puts them in their
 * place. Each step says how far it came, so another node goes on where one ended. Thread-safe.
 */
public final class RebuildWork implements StepWork {
  private static final int ROWS = 5_000;
  private static final int LOOKS = 10;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Parts parts;
  private final Consumer<Build> hook;

  /**
   * What it works with.
   *
   * @param routes live routes of a target, as this node has them in use
   * @param notes told what happened to a run
   */
  public record Parts(
      RebuildStore store, EventFold fold, Function<Aim, FillingRoutes> routes, Notes notes) {}

  /** Where to write down what happened to a run. */
  @FunctionalInterface
  public interface Notes {
    void note(ClaimedRun run, String line);
  }

  public RebuildWork(Parts parts) {
    this(parts, _ -> {});
  }

  /**
   * The same.
   *
   * @param hook told after every step
   */
  public RebuildWork(Parts parts, Consumer<Build> hook) {
    this.parts = parts;
    this.hook = hook;
  }

  @Override
  public String kind() {
    return ReadModelRebuild.KIND;
  }

  @Override
  public Ending work(ClaimedRun run, Path folder, Progress progress)
      throws HopelessRunException, StoppedRunException {
    try {
      clear(progress);
      for (var dataset : order(run).datasets()) {
        var waits = rebuilt(run, Dataset.of(dataset), progress);
        if (waits.isPresent()) {
          return waits.get();
        }
      }
      clear(progress);
      return new Ending.Done();
    } catch (LostRunException lost) {
      return new Ending.Done(); // which another node decides: nothing of this is noted
    } catch (HopelessRunException hopeless) {
      parts.store().discard(run);
      throw hopeless;
    } catch (StoppedRunException stopped) {
      if (stopped.why() == Why.CANCELLED || stopped.why() == Why.TOO_LONG) {
        parts.store().discard(run);
      }
      throw stopped;
    }
  }

  private static ReadModelRebuild order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), ReadModelRebuild.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the rebuild.");
    }
  }

  /** Rows that nobody reads any more. */
  private void clear(Progress progress) throws StoppedRunException {
    parts.store().discardEnded();
    while (parts.store().clear(ROWS)) {
      progress.pause(Duration.ZERO);
    }
  }

  private Optional<Ending> rebuilt(ClaimedRun run, Optional<Dataset> dataset, Progress progress)
      throws HopelessRunException, StoppedRunException {
    if (dataset.isEmpty()) {
      throw new HopelessRunException("This version of the hub knows no such read model.");
    }
    var aim = parts.store().aim(dataset.get()).orElseThrow(() -> notFilled(dataset.get()));
    return new Rebuilding(parts, run, progress, hook).run(aim, routes(aim, progress));
  }

  /** This node may be a moment behind. */
  private FillingRoutes routes(Aim aim, Progress progress)
      throws HopelessRunException, StoppedRunException {
    for (int look = 0; look < LOOKS; look++) {
      var routes = parts.routes().apply(aim);
      if (routes.text().equals(parts.store().routes(aim))) {
        return demandFilling(aim, routes);
      }
      progress.pause(PAUSE);
    }
    throw new HopelessRunException(
        "A route that fills '%s' cannot be used as it is now; mend it first."
            .formatted(aim.dataset().called()));
  }

  /** Without a route everything would vanish. */
  private static FillingRoutes demandFilling(Aim aim, FillingRoutes routes)
      throws HopelessRunException {
    if (routes.takeNothing()) {
      throw notFilled(aim.dataset());
    }
    return routes;
  }

  private static HopelessRunException notFilled(Dataset dataset) {
    return new HopelessRunException(
        "No route fills '%s'; it stays as it is.".formatted(dataset.called()));
  }
}
