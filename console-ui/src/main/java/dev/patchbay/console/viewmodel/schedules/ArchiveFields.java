package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** An archive of events in the form of a schedule; what is not shown of one stays as it is. */
public final class ArchiveFields {
  /** Where the hub tells what is wrong with the store. */
  public static final String STORE = "/archive/store/connector";

  /** Where it tells what is wrong with the path. */
  public static final String PATH = "/archive/store/path";

  /** Where it tells what is wrong with the days. */
  public static final String PERIOD = "/archive/period";

  /** Stretches of days that are over when a run is due. */
  public static final List<Period> PERIODS =
      List.of(Period.YESTERDAY, Period.LAST_WEEK, Period.LAST_MONTH, Period.LAST_YEAR);

  private static final EventArchive USUAL =
      new EventArchive(
          new StorePlace("", "events/{date:yyyy-MM-dd}.jsonl.gz", OverwritePolicy.REFUSE),
          Period.LAST_MONTH,
          null);

  private final EventArchive before;
  private final StringProperty store;
  private final StringProperty path;
  private final ObjectProperty<Period> period;

  ArchiveFields(@Nullable EventArchive known) {
    this.before = known == null ? USUAL : known;
    this.store = new SimpleStringProperty(before.store().connector());
    this.path = new SimpleStringProperty(before.store().path());
    this.period = new SimpleObjectProperty<>(before.period());
  }

  /** Connector that the file goes to. */
  public StringProperty store() {
    return store;
  }

  /** Path of the file there. */
  public StringProperty path() {
    return path;
  }

  /** Days whose events are kept. */
  public ObjectProperty<Period> period() {
    return period;
  }

  EventArchive value() throws NotTypedException {
    var connector = Typed.required(STORE, text("schedule.store"), store.get());
    var file = Typed.required(PATH, text("schedule.path"), path.get());
    var place = new StorePlace(connector, file, before.store().overwrite());
    return new EventArchive(place, period.get(), before.zone());
  }
}
