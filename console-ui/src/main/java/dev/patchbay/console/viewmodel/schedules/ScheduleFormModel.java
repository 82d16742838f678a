package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A schedule being made or changed, with its next times as the hub tells them. What the form does
 * not show of a schedule that exists stays as it is.
 */
public final class ScheduleFormModel {
  /** How long after the last key the hub is asked for the times. */
  static final Duration TYPING = Duration.ofMillis(300);

  private static final String WEEKDAYS = "0 0 7 ? * MON-FRI";

  private final Session session;
  private final @Nullable ScheduleView known;
  private final ScheduleChoices choices;
  private final Consumer<ScheduleView> saved;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty cron = new SimpleStringProperty(WEEKDAYS);
  private final StringProperty zone = new SimpleStringProperty(ZoneId.systemDefault().getId());
  private final ObjectProperty<ScheduleKind> kind = new SimpleObjectProperty<>(ScheduleKind.EXPORT);
  private final ExportFields export;
  private final ImportFields files;
  private final ReconcileFields reconcile;
  private final CleanUpFields cleanUp;
  private final AgeFields ages;
  private final ArchiveFields archive;
  private final FieldFaults faults = new FieldFaults(this::mended);
  private final ReadOnlyObjectWrapper<Times> times =
      new ReadOnlyObjectWrapper<>(new Times.Asking());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private UiTask asking = UiTask.none();

  /** Whether the problem is only that fields are wrong. */
  private boolean onlyFields;

  /** When it would be due. */
  public sealed interface Times {
    /** The hub is asked. */
    record Asking() implements Times {}

    /** These. */
    record Known(Firings firings) implements Times {}

    /** The expression has none. */
    record Wrong(String sentence) implements Times {}
  }

  /**
   * A form.
   *
   * @param known the schedule to change, null for a new one
   * @param choices what can be chosen from
   */
  public ScheduleFormModel(
      Session session,
      @Nullable ScheduleView known,
      ScheduleChoices choices,
      Consumer<ScheduleView> saved) {
    this.session = session;
    this.known = known;
    this.choices = choices;
    this.saved = saved;
    var before = known == null ? null : known.draft();
    this.export = new ExportFields(choices, before == null ? null : before.export());
    this.files = new ImportFields(before == null ? null : before.files());
    this.reconcile = new ReconcileFields(before == null ? null : before.reconcile());
    this.cleanUp = new CleanUpFields(before == null ? null : before.cleanUp());
    this.ages = new AgeFields(before == null ? null : before.ages());
    this.archive = new ArchiveFields(before == null ? null : before.archive());
    if (before != null) {
      fill(before);
    }
    cron.subscribe((_, _) -> askSoon());
    zone.subscribe((_, _) -> askSoon());
    ask();
  }

  private void fill(ScheduleDraft draft) {
    name.set(draft.name());
    cron.set(draft.cron() == null ? "" : draft.cron());
    zone.set(draft.zone() == null ? "" : draft.zone());
    ScheduleKind.of(draft).ifPresent(kind::set);
  }

  /** Whether a form can show what a schedule does; others are changed by REST. */
  public static boolean shows(ScheduleDraft draft) {
    return ScheduleKind.of(draft).isPresent();
  }

  /** Whether the schedule does not exist yet. */
  public boolean isNew() {
    return known == null;
  }

  /** Whether it has times of its own; else it runs after another. */
  public boolean isTimed() {
    return known == null || known.draft().after() == null;
  }

  /** What can be chosen from. */
  public ScheduleChoices choices() {
    return choices;
  }

  /** What it does; fixed once it exists. */
  public ObjectProperty<ScheduleKind> kind() {
    return kind;
  }

  /** Name of the schedule; fixed once it exists. */
  public StringProperty name() {
    return name;
  }

  /** Its cron expression. */
  public StringProperty cron() {
    return cron;
  }

  /** The zone that it is told in. */
  public StringProperty zone() {
    return zone;
  }

  /** Of an export. */
  public ExportFields export() {
    return export;
  }

  /** Of the import of a folder. */
  public ImportFields files() {
    return files;
  }

  /** Of a comparison of rows. */
  public ReconcileFields reconcile() {
    return reconcile;
  }

  /** Of a clean-up. */
  public CleanUpFields cleanUp() {
    return cleanUp;
  }

  /** Of a look at the ages of secrets. */
  public AgeFields ages() {
    return ages;
  }

  /** Of an archive of events. */
  public ArchiveFields archive() {
    return archive;
  }

  /** What is wrong with single fields. */
  public FieldFaults faults() {
    return faults;
  }

  /** When it would be due. */
  public ReadOnlyObjectProperty<Times> times() {
    return times.getReadOnlyProperty();
  }

  /**
   * Why it could not be saved, beside what stands at single fields; empty if nothing went wrong.
   */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being saved. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  private void askSoon() {
    asking.cancel();
    asking = session.tasks().after(TYPING, this::ask);
  }

  private void ask() {
    if (!isTimed()) {
      return;
    }
    var asked = new FiringsDraft(cron.get(), Typed.orNull(zone.get()), holidays(), null);
    asking =
        session.run(
            () -> session.client().jobs().firings(asked),
            firings -> times.set(new Times.Known(firings)),
            failure -> times.set(new Times.Wrong(Notice.sentence(failure))));
  }

  private @Nullable String holidays() {
    return known == null ? null : known.draft().holidays();
  }

  /** Saves it. */
  public void save() {
    if (busy.get()) {
      return;
    }
    faults.forgive();
    problem.set("");
    try {
      send(draft());
    } catch (NotTypedException not) {
      var sentence = String.valueOf(not.getMessage());
      boolean told = faults.tell(new FieldError(not.field(), sentence));
      onlyFields = told;
      problem.set(told ? text("schedule.faulty", 1) : sentence);
    }
  }

  private void mended() {
    if (onlyFields) {
      problem.set("");
    }
  }

  /** What stands at a field is not said twice, only that it is there. */
  private void blame(List<FieldError> errors) {
    var rest = faults.blame(errors);
    onlyFields = rest.isEmpty();
    problem.set(
        rest.isEmpty()
            ? text("schedule.faulty", errors.size())
            : rest.stream().map(Notice::fault).collect(Collectors.joining("\n")));
  }

  private void send(ScheduleDraft draft) {
    busy.set(true);
    var before = known;
    session.run(
        () ->
            before == null
                ? session.client().jobs().create(draft)
                : session.client().jobs().change(draft, before.version()),
        this::done,
        this::failed);
  }

  private ScheduleDraft draft() throws NotTypedException {
    var before = known == null ? null : known.draft();
    var called = Typed.required("/name", text("schedule.name"), name.get());
    return before == null
        ? fresh(called)
        : does(before).at(isTimed() ? cron.get() : null, Typed.orNull(zone.get()));
  }

  private ScheduleDraft fresh(String called) throws NotTypedException {
    return switch (kind.get()) {
      case EXPORT -> ScheduleDraft.of(called, export.value(), cron.get(), orZone());
      case IMPORT -> ScheduleDraft.of(called, files.value(), cron.get(), orZone());
      case RECONCILE -> ScheduleDraft.of(called, reconcile.value(), cron.get(), orZone());
      case CLEAN_UP -> ScheduleDraft.of(called, cleanUp.value(), cron.get(), orZone());
      case SECRET_AGES -> ScheduleDraft.of(called, ages.value(), cron.get(), orZone());
      case ARCHIVE -> ScheduleDraft.of(called, archive.value(), cron.get(), orZone());
    };
  }

  private ScheduleDraft does(ScheduleDraft before) throws NotTypedException {
    return switch (kind.get()) {
      case EXPORT -> before.doing(export.value());
      case IMPORT -> before.doing(files.value());
      case RECONCILE -> before.doing(reconcile.value());
      case CLEAN_UP -> before.doing(cleanUp.value());
      case SECRET_AGES -> before.doing(ages.value());
      case ARCHIVE -> before.doing(archive.value());
    };
  }

  private String orZone() {
    var typed = Typed.orNull(zone.get());
    return typed == null ? "UTC" : typed;
  }

  private void done(ScheduleView after) {
    busy.set(false);
    saved.accept(after);
  }

  private void failed(Failure failure) {
    busy.set(false);
    switch (failure) {
      case Failure.Stale _ -> problem.set(text("schedule.stale"));
      case Failure.Refused(var refused) when !refused.errors().isEmpty() -> blame(refused.errors());
      default -> problem.set(Notice.sentence(failure));
    }
  }
}
