package dev.patchbay.console.viewmodel.templates;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.TemplatesClient.Upload;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A file that is about to become a version of a template: looked over first, then kept. */
public final class TemplateUploadModel {
  /** How long after the last key of the name the file is looked over again. */
  static final Duration TYPING = Duration.ofMillis(300);

  private static final String UNNAMED = "new";
  private static final int PRECONDITION_REQUIRED = 428;

  private final Session session;
  private final Target target;
  private final Path file;
  private final List<String> contracts;
  private final boolean isNew;
  private final StringProperty name = new SimpleStringProperty();
  private final StringProperty contract = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final BooleanProperty activate = new SimpleBooleanProperty();
  private final BooleanProperty allowUnknown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(new Found.Looking());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable TemplateDetail> kept =
      new ReadOnlyObjectWrapper<>();
  private UiTask looking = UiTask.none();

  /** What the hub says of the file. */
  public sealed interface Found {
    /** It is being looked over. */
    record Looking() implements Found {}

    /** It was looked over. */
    record Checked(TemplateCheck check) implements Found {}

    /** It could not be looked over. */
    record Failed(Failure failure) implements Found {}
  }

  /**
   * What the file becomes a version of.
   *
   * @param known the template as far as is known now, null for a new one
   * @param uploaded is told what it is then
   * @param outdated runs when somebody else changed it, so that more is known soon
   */
  record Target(
      Supplier<@Nullable TemplateView> known,
      Consumer<TemplateDetail> uploaded,
      Runnable outdated) {
    /** The same, where a person is told what is kept. */
    Target telling(Consumer<Notice> notices) {
      return new Target(
          known,
          after -> {
            var template = after.template();
            notices.accept(
                Notice.success(
                    text("notice.templateUploaded", template.name(), template.newest())));
            uploaded.accept(after);
          },
          outdated);
    }
  }

  /**
   * Has the file looked over at once.
   *
   * @param contracts types of events that can be chosen
   */
  TemplateUploadModel(Session session, Target target, Path file, List<String> contracts) {
    this.session = session;
    this.target = target;
    this.file = file;
    this.contracts = List.copyOf(contracts);
    var known = target.known().get();
    this.isNew = known == null;
    name.set(known == null ? stem(file) : known.name());
    contract.set(known == null || known.contract() == null ? "" : known.contract());
    contract.subscribe(_ -> look());
    name.subscribe((_, _) -> lookSoon());
  }

  /** The name of a file without its ending. */
  static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Whether the template does not exist yet; its first version is used at once. */
  public boolean isNew() {
    return isNew;
  }

  /** Name of the template; fixed once it exists. */
  public StringProperty name() {
    return name;
  }

  /** Types of events that can be chosen. */
  public List<String> contracts() {
    return contracts;
  }

  /** Type of the events that it is filled in with, empty for none. */
  public StringProperty contract() {
    return contract;
  }

  /** What is kept with the version. */
  public StringProperty note() {
    return note;
  }

  /** Whether documents are made of it from now on. */
  public BooleanProperty activate() {
    return activate;
  }

  /** Whether it is kept though it uses what the contract does not know. */
  public BooleanProperty allowUnknown() {
    return allowUnknown;
  }

  /** What the hub says of the file. */
  public ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  /** Why it could not be kept, empty if nothing went wrong. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being sent. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The template with the file as its newest version, null until it is kept. */
  public ReadOnlyObjectProperty<@Nullable TemplateDetail> kept() {
    return kept.getReadOnlyProperty();
  }

  /** Whether nothing stands against keeping it. */
  public BooleanBinding canUpload() {
    return Bindings.createBooleanBinding(
        () -> !busy.get() && !name.get().isBlank() && isGood(found.get()),
        busy,
        name,
        found,
        allowUnknown);
  }

  private boolean isGood(Found shown) {
    return shown instanceof Found.Checked(var check)
        && check.problems().isEmpty()
        && (check.unknown().isEmpty() || allowUnknown.get());
  }

  private void lookSoon() {
    looking.cancel();
    looking = session.tasks().after(TYPING, this::look);
  }

  /** Has the file looked over. */
  public void look() {
    looking.cancel();
    found.set(new Found.Looking());
    var called = name.get().isBlank() ? UNNAMED : name.get().strip();
    var promised = contract.get();
    looking =
        session.run(
            () -> session.client().templates().check(called, promised, file),
            check -> found.set(new Found.Checked(check)),
            failure -> found.set(new Found.Failed(failure)));
  }

  /** Keeps the file as the next version. */
  public void upload() {
    if (!canUpload().get()) {
      return;
    }
    looking.cancel();
    busy.set(true);
    problem.set("");
    var upload =
        new Upload(
            name.get().strip(),
            contract.get(),
            Typed.orNull(note.get()),
            activate.get(),
            allowUnknown.get());
    var known = isNew ? null : target.known().get();
    var version = known == null ? null : known.version();
    session.run(
        () -> session.client().templates().upload(upload, file, version),
        this::uploaded,
        this::failed);
  }

  private void uploaded(TemplateDetail after) {
    target.uploaded().accept(after);
    kept.set(after);
  }

  private void failed(Failure failure) {
    busy.set(false);
    if (failure instanceof Failure.Stale) {
      target.outdated().run();
    }
    problem.set(
        switch (failure) {
          case Failure.Stale _ -> text("template.stale");
          case Failure.Refused(var refused) when refused.status() == PRECONDITION_REQUIRED ->
              text("template.exists", name.get().strip());
          default -> Notice.sentence(failure);
        });
  }
}
