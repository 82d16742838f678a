package dev.patchbay.connectors.sheets;

import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.RowBatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Finds a place for every row; reads the tab only if it is not known. */
final class Preparing {
  private static final Duration LONGEST_READ = Duration.ofMinutes(3);

  private final Google google;
  private final TabLoader loader;
  private final TabCache cache;
  private final Planner planner;
  private final InstantSource clock;

  Preparing(Google google, TabLoader loader, TabCache cache, Planner planner, InstantSource clock) {
    this.google = google;
    this.loader = loader;
    this.cache = cache;
    this.planner = planner;
    this.clock = clock;
  }

  Preparation prepare(RowBatch batch) {
    var place = Place.of(batch.target());
    var faults = Planner.faults(batch);
    if (faults.isPresent()) {
      return new Preparation.Refused(faults.get());
    }
    var known = cache.get(place).filter(tab -> serves(tab, batch));
    if (known.isPresent()) {
      return planned(batch, place, known);
    }
    return switch (loader.load(place, batch.layout(), Deadline.in(LONGEST_READ))) {
      case Reply.Answer<Optional<Tab>>(var tab) -> {
        cache.put(place, tab);
        yield planned(batch, place, tab);
      }
      case Reply.Failed<Optional<Tab>>(var failure) ->
          new Preparation.Refused(Outcomes.ofRead(failure));
    };
  }

  /** Whether the cached keys are those of this layout's key column. */
  private static boolean serves(Tab tab, RowBatch batch) {
    var key = Anchor.column(batch.layout().keyColumn());
    var anchored = tab.anchors().get(key);
    return anchored != null && tab.keyIndex().isPresent() && tab.keyIndex().getAsInt() == anchored;
  }

  private Preparation planned(RowBatch batch, Place place, Optional<Tab> tab) {
    var plan = planner.plan(batch, place, tab, clock.instant());
    if (plan.isEmpty()) {
      cache.forget(place);
      return new Preparation.Refused(keyColumnLost(batch.layout(), place));
    }
    var wait = google.take(Budget.WRITE);
    return wait.isPositive()
        ? new Preparation.Refused(Outcomes.ofRead(Google.throttled(wait)))
        : new Preparation.Ready(plan.get().encode());
  }

  static Outcome keyColumnLost(Layout layout, Place place) {
    var header = Columns.keyColumn(layout).header();
    return new Outcome.TargetRefused(
        new Cause(
            "key-column-missing",
            "The tab '"
                + place.tab()
                + "' lost its key column '"
                + header
                + "', so its rows cannot be told apart. Restore the column, or empty the tab."));
  }
}
