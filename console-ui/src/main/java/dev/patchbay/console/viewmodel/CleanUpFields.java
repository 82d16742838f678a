package dev.patchbay.console.viewmodel;

import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.CleanUp;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A clean-up in the form of a schedule. */
public final class CleanUpFields {
  private final Map<Thing, StringProperty> days = new EnumMap<>(Thing.class);
  private final BooleanProperty dryRun = new SimpleBooleanProperty(true);

  /** What can be removed. */
  public enum Thing {
    RUN_FILES,
    RUNS,
    IMPORTS,
    UNREADABLE,
    INCIDENTS,
    EVENTS;

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
      };
    }
  }

  CleanUpFields(@Nullable CleanUp before) {
    for (var thing : Thing.values()) {
      var value = before == null ? null : thing.of(before);
      days.put(thing, new SimpleStringProperty(value == null ? "" : value.toString()));
    }
    if (before != null) {
      dryRun.set(before.dryRun());
    }
  }

  /** After how many days it is removed, empty for never. */
  public StringProperty days(Thing thing) {
    return Objects.requireNonNull(days.get(thing));
  }

  /** Whether it is only counted, as a new one is. */
  public BooleanProperty dryRun() {
    return dryRun;
  }

  CleanUp value() throws NotTypedException {
    return new CleanUp(
        number(Thing.RUN_FILES),
        number(Thing.RUNS),
        number(Thing.IMPORTS),
        number(Thing.UNREADABLE),
        number(Thing.INCIDENTS),
        number(Thing.EVENTS),
        dryRun.get());
  }

  private @Nullable Integer number(Thing thing) throws NotTypedException {
    return Typed.numberOrNull(thing.key(), days(thing).get());
  }
}
