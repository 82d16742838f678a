package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.CleanUp;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A clean-up in the form of a schedule. */
public final class CleanUpFields {
  private final DayCounts<Thing> days;
  private final BooleanProperty dryRun = new SimpleBooleanProperty(true);

  /** What can be removed. */
  public enum Thing {
    RUN_FILES,
    RUNS,
    IMPORTS,
    UNREADABLE,
    INCIDENTS,
    EVENTS,
    DOCUMENTS;

    /** Name of its text. */
    public String key() {
      return "cleanUp." + name();
    }

    private @Nullable Integer of(CleanUp order) {
      return switch (this) {
        case RUN_FILES -> order.runFiles();
        case RUNS -> order.runs();
        case IMPORTS -> order.imports();
        case UNREADABLE -> order.unreadable();
        case INCIDENTS -> order.incidents();
        case EVENTS -> order.events();
        case DOCUMENTS -> order.documents();
      };
    }
  }

  CleanUpFields(@Nullable CleanUp before) {
    days =
        new DayCounts<>(Thing.class, Thing::key, thing -> before == null ? null : thing.of(before));
    if (before != null) {
      dryRun.set(before.dryRun());
    }
  }

  /** After how many days it is removed, empty for never. */
  public StringProperty days(Thing thing) {
    return days.of(thing);
  }

  /** Whether it is only counted, as a new one is. */
  public BooleanProperty dryRun() {
    return dryRun;
  }

  CleanUp value() throws NotTypedException {
    return new CleanUp(
        days.number(Thing.RUN_FILES),
        days.number(Thing.RUNS),
        days.number(Thing.IMPORTS),
        days.number(Thing.UNREADABLE),
        days.number(Thing.INCIDENTS),
        days.number(Thing.EVENTS),
        days.number(Thing.DOCUMENTS),
        dryRun.get());
  }
}
