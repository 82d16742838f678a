package dev.patchbay.console.viewmodel.templates;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.TemplatesClient.Form;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplateUploadModel.Target;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One template: its versions, what one of them uses, and what it makes of an event. */
public final class TemplateModel implements AutoCloseable {
  private final Session session;
  private final String name;
  private final Consumer<Notice> notices;
  private final TemplateTrialModel trial;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<@Nullable TemplateDetail> detail =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TemplateVersionView> shown =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Compared> compared =
      new ReadOnlyObjectWrapper<>(new Compared.Nothing());
  private final Subscription again;
  private UiTask loading = UiTask.none();
  private UiTask comparing = UiTask.none();
  private UiTask beginning = UiTask.none();

  /** How the version that is looked at differs from another. */
  public sealed interface Compared {
    /** There is no other. */
    record Nothing() implements Compared {}

    /** The hub is asked. */
    record Asking() implements Compared {}

    /** So. */
    record Known(TemplateDiff diff) implements Compared {}

    /** The hub could not tell. */
    record Failed(Failure failure) implements Compared {}
  }

  /** Fetches the template at once. */
  public TemplateModel(Session session, String name, Consumer<Notice> notices) {
    this.session = session;
    this.name = name;
    this.notices = notices;
    this.trial = new TemplateTrialModel(session, name, notices);
    this.again = Again.of(session, state, this::load);
    load();
  }

  /** Name of the template. */
  public String name() {
    return name;
  }

  /** Whether the template is known, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The template as it stands, null until it is known. */
  public ReadOnlyObjectProperty<@Nullable TemplateDetail> detail() {
    return detail.getReadOnlyProperty();
  }

  /** The version that is looked at, null until the template is known. */
  public ReadOnlyObjectProperty<@Nullable TemplateVersionView> shown() {
    return shown.getReadOnlyProperty();
  }

  /** How that differs from another. */
  public ReadOnlyObjectProperty<Compared> compared() {
    return compared.getReadOnlyProperty();
  }

  /** The version that is looked at, tried on an event. */
  public TemplateTrialModel trial() {
    return trial;
  }

  /** Fetches the template again. */
  public void load() {
    loading.cancel();
    loading =
        session.run(
            () -> session.client().templates().one(name),
            this::show,
            failure -> state.set(ListState.after(failure)));
  }

  private void show(TemplateDetail fetched) {
    var before = detail.get();
    detail.set(fetched);
    state.set(new ListState.Ready());
    if (before == null || !before.template().equals(fetched.template())) {
      trial.offer(fetched.template().contract());
    }
    var looked = shown.get();
    look(looked == null ? fetched.template().active() : looked.number());
  }

  /** Looks at a version. */
  public void look(int number) {
    version(number)
        .ifPresent(
            version -> {
              shown.set(version);
              trial.use(number);
              compareWith(usualOther(number));
            });
  }

  private Optional<TemplateVersionView> version(int number) {
    var known = detail.get();
    return known == null
        ? Optional.empty()
        : known.versions().stream().filter(one -> one.number() == number).findFirst();
  }

  /** The one in use; for that itself the one before it. */
  private @Nullable Integer usualOther(int number) {
    var known = detail.get();
    if (known == null) {
      return null;
    }
    int active = known.template().active();
    return number != active
        ? Integer.valueOf(active)
        : version(number - 1).map(TemplateVersionView::number).orElse(null);
  }

  /** The versions that the one looked at can be compared with. */
  public List<Integer> others() {
    var known = detail.get();
    var looked = shown.get();
    return known == null || looked == null
        ? List.of()
        : known.versions().stream()
            .map(TemplateVersionView::number)
            .filter(number -> number != looked.number())
            .toList();
  }

  /** Compares the version that is looked at with another, as if that came before. */
  public void compareWith(@Nullable Integer other) {
    comparing.cancel();
    var looked = shown.get();
    if (other == null || looked == null) {
      compared.set(new Compared.Nothing());
      return;
    }
    compared.set(new Compared.Asking());
    comparing =
        session.run(
            () -> session.client().templates().diff(name, other, looked.number()),
            diff -> compared.set(new Compared.Known(diff)),
            failure -> compared.set(new Compared.Failed(failure)));
  }

  /** Whether documents are made of a version. */
  public boolean isActive(TemplateVersionView version) {
    var known = detail.get();
    return known != null && known.template().active() == version.number();
  }

  /** Has documents made of a version from now on. */
  public void activate(TemplateVersionView version) {
    var known = detail.get();
    if (known != null) {
      long stands = known.template().version();
      session.run(
          () -> session.client().templates().activate(name, version.number(), stands),
          after -> {
            notices.accept(
                Notice.success(text("notice.templateActivated", name, version.number())));
            show(after);
          },
          this::refused);
    }
  }

  /**
   * Deletes the template with all its versions.
   *
   * @param gone what is done then
   * @param kept what is done instead with the reason of the hub
   */
  public void delete(Runnable gone, Consumer<String> kept) {
    var known = detail.get();
    if (known != null) {
      long stands = known.template().version();
      session.run(
          () -> {
            session.client().templates().delete(name, stands);
            return name;
          },
          deleted -> {
            notices.accept(Notice.success(text("notice.templateDeleted", deleted)));
            gone.run();
          },
          failure -> kept.accept(reason(failure)));
    }
  }

  private String reason(Failure failure) {
    if (failure instanceof Failure.Stale) {
      load();
      return text("template.stale");
    }
    return Notice.sentence(failure);
  }

  private void refused(Failure failure) {
    if (failure instanceof Failure.Stale) {
      notices.accept(Notice.failure(text("template.stale")));
      load();
    } else {
      notices.accept(Notice.of(failure));
    }
  }

  /** In which form its files are; Word before it is known. */
  public Form form() {
    var known = detail.get();
    return known == null ? Form.DOCX : Form.of(known.template().kind());
  }

  /** Puts the file of a version on this computer. */
  public void save(TemplateVersionView version, Path target) {
    session.run(
        () -> session.client().templates().save(name, version.number(), target),
        saved -> notices.accept(Notice.success(text("notice.fileSaved", saved))),
        failure -> notices.accept(Notice.of(failure)));
  }

  /** Begins another version of a file of this computer. */
  public void begin(Path file, Consumer<TemplateUploadModel> form) {
    if (template() != null) {
      var target = new Target(this::template, this::uploaded, this::load);
      beginning.cancel();
      beginning = TemplatesModel.begin(session, notices, target, file, form);
    }
  }

  private @Nullable TemplateView template() {
    var known = detail.get();
    return known == null ? null : known.template();
  }

  private void uploaded(TemplateDetail after) {
    show(after);
    look(after.template().newest());
  }

  @Override
  public void close() {
    again.unsubscribe();
    loading.cancel();
    comparing.cancel();
    beginning.cancel();
    trial.close();
  }
}
