package dev.patchbay.console.viewmodel.templates;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.PagePicture;
import dev.patchbay.console.client.TemplatesClient.Form;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.model.template.TemplateTrial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A version of a template tried on an event: its pages, one at a time, and the whole as a file. */
public final class TemplateTrialModel {
  /** Of a picture, in pixels; shown smaller it stays sharp. */
  static final int WIDTH = 1_200;

  private static final int EVENTS = 10;

  private final Session session;
  private final String template;
  private final Consumer<Notice> notices;
  private final StringProperty event = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<StoredEvent>> events =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing(false));
  private final Map<Integer, PagePicture> made = new HashMap<>();
  private int version;
  private UiTask making = UiTask.none();
  private UiTask offering = UiTask.none();

  /** What there is to see. */
  public sealed interface Shown {
    /**
     * Nothing was tried yet.
     *
     * @param chosen whether there is an event to try it on
     */
    record Nothing(boolean chosen) implements Shown {}

    /** A page is being made. */
    record Making(int page) implements Shown {}

    /** A page, counted from 1. */
    record Page(int number, PagePicture picture) implements Shown {}

    /** A page, counted from 1, could not be made. */
    record Failed(int page, Failure failure) implements Shown {}
  }

  TemplateTrialModel(Session session, String template, Consumer<Notice> notices) {
    this.session = session;
    this.template = template;
    this.notices = notices;
    event.subscribe((_, _) -> forget());
  }

  /** The hub's id of the event that it is tried on. */
  public StringProperty event() {
    return event;
  }

  /** The newest events that it is meant for. */
  public ReadOnlyObjectProperty<List<StoredEvent>> events() {
    return events.getReadOnlyProperty();
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Offers the newest events of a type; the first of them is taken where none is yet. */
  void offer(@Nullable String type) {
    offering.cancel();
    if (type == null) {
      events.set(List.of());
      return;
    }
    offering =
        session.run(
            () -> session.client().storedEvents(type, EVENTS).items(),
            this::offer,
            failure -> notices.accept(Notice.of(failure)));
  }

  private void offer(List<StoredEvent> newest) {
    events.set(newest);
    if (event.get().isBlank() && !newest.isEmpty()) {
      event.set(newest.getFirst().event());
    }
  }

  /** Tries this version from now on. */
  void use(int number) {
    if (number != version) {
      version = number;
      forget();
    }
  }

  private void forget() {
    making.cancel();
    made.clear();
    shown.set(new Shown.Nothing(!event.get().isBlank()));
  }

  /** Makes the first page. */
  public void run() {
    forget();
    if (!event.get().isBlank() && version > 0) {
      page(1);
    }
  }

  /** Makes the page that failed again. */
  public void again() {
    if (shown.get() instanceof Shown.Failed(var number, _)) {
      page(number);
    }
  }

  /** Goes to the next page, if there is one. */
  public void next() {
    step(1);
  }

  /** Goes to the page before, if there is one. */
  public void previous() {
    step(-1);
  }

  private void step(int pages) {
    if (shown.get() instanceof Shown.Page(var number, var picture)
        && number + pages >= 1
        && number + pages <= picture.pages()) {
      page(number + pages);
    }
  }

  private void page(int number) {
    var known = made.get(number);
    if (known != null) {
      shown.set(new Shown.Page(number, known));
      return;
    }
    shown.set(new Shown.Making(number));
    var tried = version;
    var trial = trial();
    making =
        session.run(
            () -> session.client().templates().page(template, tried, trial, number, WIDTH),
            picture -> {
              made.put(number, picture);
              shown.set(new Shown.Page(number, picture));
            },
            failure -> shown.set(new Shown.Failed(number, failure)));
  }

  private TemplateTrial trial() {
    return new TemplateTrial(event.get().strip(), null);
  }

  /** Puts the whole document on this computer. */
  public void save(Form form, Path target) {
    var tried = version;
    var trial = trial();
    session.run(
        () -> session.client().templates().save(template, tried, trial, form, target),
        saved -> notices.accept(Notice.success(text("notice.fileSaved", saved))),
        failure -> notices.accept(Notice.of(failure)));
  }

  void close() {
    making.cancel();
    offering.cancel();
  }
}
