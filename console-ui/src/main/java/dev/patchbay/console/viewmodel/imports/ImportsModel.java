package dev.patchbay.console.viewmodel.imports;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.ImportsClient;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Polling;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.service.ServiceView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Imports, the newest first; asked for again while they are looked at. */
public final class ImportsModel implements AutoCloseable {
  private static final int IMPORTS = 50;
  private static final int PROBLEMS = 200;

  private final Session session;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<List<ImportView>> imports =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(new Pane.Closed());
  private final Polling<Looked> polling;
  private final Map<String, Sent> sent = new HashMap<>();
  private UiTask opening = UiTask.none();

  /** Read by the thread that asks. */
  private volatile @Nullable String shownImport;

  /** What the side pane shows. */
  public sealed interface Pane {
    /** Nothing. */
    record Closed() implements Pane {}

    /** An import and the first of what is wrong with its rows. */
    record OfImport(ImportView view, List<ImportProblem> problems) implements Pane {}

    /** A file that is about to be sent. */
    record Starting(ImportFormModel form) implements Pane {}
  }

  /** A file that was sent from here, and how. */
  private record Sent(Path file, ImportDraft draft) {}

  private record Looked(List<ImportView> imports, Pane.@Nullable OfImport shown) {}

  /** Fetches the imports at once. */
  public ImportsModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    pane.subscribe(
        shown -> shownImport = shown instanceof Pane.OfImport(var view, _) ? view.id() : null);
    this.polling = new Polling<>(session, this::look, this::show, this::failed);
    reload();
  }

  /** Whether there are imports, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The newest imports. */
  public ReadOnlyObjectProperty<List<ImportView>> imports() {
    return imports.getReadOnlyProperty();
  }

  /** What the side pane shows. */
  public ReadOnlyObjectProperty<Pane> pane() {
    return pane.getReadOnlyProperty();
  }

  private ImportsClient client() {
    return session.client().imports();
  }

  /** Fetches everything again. */
  public void reload() {
    polling.now();
  }

  private Looked look() throws HubException, InterruptedException {
    var shown = shownImport;
    return new Looked(client().newest(IMPORTS).items(), shown == null ? null : one(shown));
  }

  private Pane.OfImport one(String id) throws HubException, InterruptedException {
    var view = client().one(id);
    return new Pane.OfImport(
        view, view.report() ? client().problems(id, PROBLEMS).items() : List.of());
  }

  private void show(Looked looked) {
    imports.set(looked.imports());
    state.set(looked.imports().isEmpty() ? new ListState.NothingYet() : new ListState.Ready());
    var shown = looked.shown();
    if (shown != null
        && shown.view().id().equals(shownImport)
        && !pane.get().equals(shown)) { // or it would be drawn anew under the reader
      pane.set(shown);
    }
  }

  /** What was seen stays; that it is old the banner says. */
  private void failed(Failure failure) {
    if (!(state.get() instanceof ListState.Ready)) {
      state.set(ListState.after(failure));
    }
  }

  /** Begins to import a file: the hub looks what it holds. */
  public void begin(Path file) {
    look(file, "", form -> form);
  }

  private void look(Path file, String encoding, UnaryOperator<ImportFormModel> filled) {
    opening.cancel();
    opening =
        session.run(
            () ->
                new ImportFormModel.Choices(
                    client().services().items().stream().map(ServiceView::name).toList(),
                    client().profiles().items(),
                    client().preview(file, encoding),
                    encoding),
            choices -> pane.set(new Pane.Starting(filled.apply(form(file, choices)))),
            this::notice);
  }

  private ImportFormModel form(Path file, ImportFormModel.Choices choices) {
    return new ImportFormModel(session, file, choices, new Forms());
  }

  /** What forms ask for. */
  private final class Forms implements ImportFormModel.Owner {
    @Override
    public void started(ImportView view, Path file, ImportDraft draft) {
      ImportsModel.this.started(view, file, draft);
    }

    @Override
    public void reread(ImportFormModel form) {
      look(form.file(), form.encoding().get(), fresh -> fresh.like(form));
    }
  }

  private void started(ImportView view, Path file, ImportDraft draft) {
    sent.put(view.id(), new Sent(file, draft));
    notices.accept(Notice.success(text("notice.importStarted", view.file())));
    open(view);
  }

  /** Shows an import in the side pane. */
  public void open(ImportView view) {
    pane.set(new Pane.OfImport(view, List.of()));
    reload();
  }

  /** Whether what was only checked can be sent from here. */
  public boolean canSend(ImportView view) {
    return view.dryRun()
        && view.endedAt() != null
        && view.counts().valid() > 0
        && sent.containsKey(view.id());
  }

  /** Sends the file of a check once more, this time in earnest. */
  public void send(ImportView view) {
    Optional.ofNullable(sent.get(view.id()))
        .ifPresent(
            checked -> {
              var draft = ImportFormModel.inEarnest(checked.draft());
              session.run(
                  () -> client().start(checked.file(), draft),
                  after -> started(after, checked.file(), draft),
                  this::notice);
            });
  }

  /** Calls an import off. */
  public void cancel(ImportView view) {
    session.run(
        () -> client().cancel(view.id()),
        after -> {
          notices.accept(Notice.success(text("notice.runCancelled", after.file())));
          reload();
        },
        this::notice);
  }

  /** Puts what is wrong with all rows on this computer. */
  public void saveProblems(ImportView view, Path target) {
    save(() -> client().saveProblems(view.id(), target));
  }

  /** Puts the annotated copy of the file on this computer. */
  public void saveAnnotated(ImportView view, Path target) {
    save(() -> client().saveAnnotated(view.id(), target));
  }

  private void save(TaskRunner.Work<Path> fetch) {
    session.run(
        fetch,
        saved -> notices.accept(Notice.success(text("notice.fileSaved", saved))),
        this::notice);
  }

  private void notice(Failure failure) {
    notices.accept(Notice.of(failure));
  }

  /** Closes the side pane. */
  public void closePane() {
    opening.cancel();
    pane.set(new Pane.Closed());
  }

  @Override
  public void close() {
    polling.close();
    opening.cancel();
  }
}
