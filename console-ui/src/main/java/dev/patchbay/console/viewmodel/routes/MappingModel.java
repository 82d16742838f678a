package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.History;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * The mapping editor of one route: fields on one side, the sheet's real columns on the other, a
 * preview of real events that follows every change, undo and redo, and publishing as a version.
 */
public final class MappingModel implements AutoCloseable {
  private final Session session;
  private final String name;
  private final Consumer<Notice> notices;
  private final History<RouteDraft> history = new History<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<@Nullable RouteView> stored = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RouteView> theirs = new ReadOnlyObjectWrapper<>();
  private final MappingPreview preview;
  private final SwitchList<RouteView> switching;
  private final ReadOnlyObjectWrapper<List<EventField>> fields =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<MappingLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final IntegerProperty current = new SimpleIntegerProperty();
  private @Nullable RouteDraft draft;
  private TargetDescription sheet = new TargetDescription("", null, List.of());
  private UiTask loading = UiTask.none();

  /** Fetches the route, its sheet, its contracts and a sample. */
  public MappingModel(Session session, String name, Consumer<Notice> notices) {
    this.session = session;
    this.name = name;
    this.notices = notices;
    this.preview = new MappingPreview(session);
    this.switching = new SwitchList<>(session, new RouteSwitch(session), notices);
    switching.shown().subscribe(routes -> routes.forEach(this::turned));
    load();
  }

  /** Fetches everything again; unsaved changes are dropped. */
  public void load() {
    state.set(new ListState.Loading());
    loading =
        session.run(
            () -> MappingStart.fetch(session.client(), name),
            this::begin,
            failure -> state.set(ListState.after(failure)));
  }

  private void begin(MappingStart start) {
    history.clear();
    stands(start.route());
    sheet = start.sheet();
    fields.set(start.fields());
    if (start.noSheet() != null) {
      notices.accept(Notice.of(start.noSheet()));
    }
    show(start.route().route());
    bringBackTheDraft();
    selectFirstFree();
    state.set(new ListState.Ready());
  }

  /** The hub told of a version. */
  private void stands(RouteView view) {
    stored.set(view);
    switching.know(List.of(view));
  }

  /** What was left unpublished is one step away from what the hub has. */
  private void bringBackTheDraft() {
    var left = session.drafts().remove(name);
    if (left != null) {
      edit("", left);
      notices.accept(Notice.success(text("notice.draftBack")));
    }
  }

  private void selectFirstFree() {
    current.set(0);
    moveOn(0);
  }

  /** Whether the editor can be used, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The route as the hub has it. */
  public ReadOnlyObjectProperty<@Nullable RouteView> stored() {
    return stored.getReadOnlyProperty();
  }

  /** The version that somebody else published meanwhile, null if nobody did. */
  public ReadOnlyObjectProperty<@Nullable RouteView> theirs() {
    return theirs.getReadOnlyProperty();
  }

  /** What the mapping makes of sample events. */
  public ReadOnlyObjectProperty<@Nullable Preview> preview() {
    return preview.latest();
  }

  /** Why there is no preview, null if there is one. */
  public ReadOnlyObjectProperty<@Nullable Failure> previewFailure() {
    return preview.failure();
  }

  /** The fields to map from. */
  public ReadOnlyObjectProperty<List<EventField>> fields() {
    return fields.getReadOnlyProperty();
  }

  /** The columns to map to. */
  public ReadOnlyObjectProperty<List<MappingLine>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Index of the line that the keyboard maps to. */
  public IntegerProperty current() {
    return current;
  }

  /** Whether there is something to undo. */
  public ReadOnlyBooleanProperty canUndo() {
    return history.canUndo();
  }

  /** Whether there is something to redo. */
  public ReadOnlyBooleanProperty canRedo() {
    return history.canRedo();
  }

  /** Whether the draft differs from the stored version. */
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /** The differences to the stored version. */
  public List<MappingChange> changes() {
    var before = stored.get();
    return before == null || draft == null
        ? List.of()
        : MappingChange.between(before.route(), draft);
  }

  /** Name and tab of the sheet. */
  public String sheetTitle() {
    return sheet.title();
  }

  /** Maps a field to the current line and moves on to the next free one. */
  public void map(EventField field) {
    map(field, current.get());
  }

  /** Maps a field to a line; beyond the last line it becomes a new column. */
  public void map(EventField field, int index) {
    if (draft == null) {
      return;
    }
    var line = index >= 0 && index < lines.get().size() ? lines.get().get(index) : null;
    var mapping = line == null ? null : line.mapping();
    if (mapping != null) {
      edit("", MappingEdits.change(draft, mapping.id(), one -> MappingEdits.retarget(one, field)));
    } else {
      var header = line == null ? MappingEdits.headerOf(field.pointer()) : line.header();
      edit("", MappingEdits.add(draft, header, field));
    }
    moveOn(index);
  }

  private void moveOn(int from) {
    var all = lines.get();
    for (int line = Math.max(0, from); line < all.size(); line++) {
      if (all.get(line).mapping() == null) {
        current.set(line);
        return;
      }
    }
  }

  /** Maps a field to a new column at the end of the sheet. */
  public void mapNew(EventField field) {
    map(field, lines.get().size());
  }

  /** Changes the type of a column. */
  public void setType(String id, CellType type) {
    change("", id, column -> MappingEdits.withType(column, type));
  }

  /** Changes what happens to a personal value. */
  public void setPii(String id, PiiPolicy pii) {
    change("", id, column -> MappingEdits.withPii(column, pii));
  }

  /** Follows what is typed as transforms. */
  public void setTransforms(String id, String written) {
    change("transforms " + id, id, column -> MappingEdits.withTransforms(column, written));
  }

  /** Follows what is typed as a source: a pointer, or after {@code =} an expression. */
  public void setSource(String id, String written) {
    change("source " + id, id, column -> MappingEdits.withSource(column, written));
  }

  private void change(String tag, String id, UnaryOperator<ColumnMapping> edit) {
    if (draft != null) {
      edit(tag, MappingEdits.change(draft, id, edit));
    }
  }

  /** Takes the mapping of a column away. */
  public void remove(String id) {
    if (draft != null) {
      edit("", MappingEdits.remove(draft, id));
    }
  }

  /** Typing in one place is one step of undo, told by its tag. */
  private void edit(String tag, RouteDraft next) {
    if (draft == null || next.equals(draft)) {
      return;
    }
    history.changing(draft, tag);
    show(next);
  }

  /** Takes the last change back. */
  public void undo() {
    if (draft != null) {
      showIfAny(history.undo(draft));
    }
  }

  /** Makes the change again. */
  public void redo() {
    if (draft != null) {
      showIfAny(history.redo(draft));
    }
  }

  private void showIfAny(@Nullable RouteDraft found) {
    if (found != null) {
      show(found);
    }
  }

  private void show(RouteDraft next) {
    draft = next;
    var known = stored.get();
    changed.set(known != null && !known.route().columns().equals(next.columns()));
    lines.set(MappingLine.of(sheet, next, preview.latest().get()));
    preview.follow(next, tried -> lines.set(MappingLine.of(sheet, next, tried)));
  }

  /** Publishes the draft as the next version. */
  public void publish() {
    var base = stored.get();
    if (base != null) {
      publish(base.version());
    }
  }

  private void publish(long version) {
    if (draft != null) {
      var mine = draft;
      session.run(
          () -> session.client().changeRoute(mine, version), this::published, this::refused);
    }
  }

  private void published(RouteView view) {
    theirs.set(null);
    stands(view);
    history.clear();
    show(view.route());
    notices.accept(Notice.success(text("notice.published", view.version())));
  }

  private void refused(Failure failure) {
    if (failure instanceof Failure.Stale) {
      session.run(() -> session.client().route(name), theirs::set, this::refused);
    } else {
      notices.accept(Notice.of(failure));
    }
  }

  /** Publishes mine on top of what somebody else published. */
  public void publishOverTheirs() {
    var other = theirs.get();
    if (other != null) {
      publish(other.version());
    }
  }

  /** Gives mine up for what somebody else published; undo brings mine back. */
  public void takeTheirs() {
    var other = theirs.get();
    if (other != null) {
      stands(other);
      theirs.set(null);
      edit("", other.route());
    }
  }

  /** Pauses the route, or resumes it. */
  public void turn() {
    var known = stored.get();
    if (known != null) {
      switching.turn(known);
    }
  }

  /** Only state and version come from the switch; unsaved columns stay. */
  private void turned(RouteView view) {
    if (!view.equals(stored.get())) {
      stored.set(view);
      if (draft != null) {
        show(view.route().withColumns(draft.columns()));
      }
    }
  }

  @Override
  public void close() {
    if (changed.get() && draft != null) {
      session.drafts().put(name, draft);
    }
    loading.cancel();
    preview.stop();
  }
}
