package dev.patchbay.console.viewmodel.templates;

import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplateUploadModel.Target;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.template.TemplateView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** All document templates. */
public final class TemplatesModel implements AutoCloseable {
  private final Session session;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<List<TemplateView>> templates =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription again;
  private UiTask loading = UiTask.none();
  private UiTask beginning = UiTask.none();

  /** Fetches the templates at once. */
  public TemplatesModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    this.again = Again.of(session, state, this::reload);
    reload();
  }

  /** Whether there are templates, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The templates. */
  public ReadOnlyObjectProperty<List<TemplateView>> templates() {
    return templates.getReadOnlyProperty();
  }

  /** Fetches the templates again. */
  public void reload() {
    loading.cancel();
    loading =
        session.run(
            () -> session.client().templates().all().items(),
            this::show,
            failure -> state.set(ListState.after(failure)));
  }

  private void show(List<TemplateView> fetched) {
    templates.set(fetched);
    state.set(fetched.isEmpty() ? new ListState.NothingYet() : new ListState.Ready());
  }

  /** Begins a template of a file of this computer, or the next version of the one named so. */
  public void begin(Path file, Consumer<TemplateUploadModel> form) {
    var name = TemplateUploadModel.stem(file);
    var target = new Target(() -> named(name), _ -> reload(), this::reload);
    beginning.cancel();
    beginning = begin(session, notices, target, file, form);
  }

  private @Nullable TemplateView named(String name) {
    return templates.get().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Asks for the contracts that can be chosen, and then hands over a form. */
  static UiTask begin(
      Session session,
      Consumer<Notice> notices,
      Target target,
      Path file,
      Consumer<TemplateUploadModel> form) {
    return session.run(
        () ->
            session.client().contracts().items().stream()
                .map(ContractView::type)
                .distinct()
                .toList(),
        contracts ->
            form.accept(new TemplateUploadModel(session, target.telling(notices), file, contracts)),
        failure -> notices.accept(Notice.of(failure)));
  }

  @Override
  public void close() {
    again.unsubscribe();
    loading.cancel();
    beginning.cancel();
  }
}
