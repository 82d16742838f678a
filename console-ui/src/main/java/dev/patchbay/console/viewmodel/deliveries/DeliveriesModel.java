package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.client.LiveEvent.Connected;
import dev.patchbay.console.client.LiveEvent.CountsChanged;
import dev.patchbay.console.client.LiveEvent.DeliveryChanged;
import dev.patchbay.console.client.LiveEvent.Lagging;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.PagedList;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The delivery list: query, rows, counts, what is new. Rows never move while the list is {@link
 * #pinned() pinned} (scrolled or something is selected); what arrives meanwhile is counted.
 */
public final class DeliveriesModel implements AutoCloseable {
  private final Session session;
  private final DeliveryModel delivery;
  private final Subscription live;
  private final ReadOnlyObjectWrapper<DeliveryQuery> query;
  private final ReadOnlyObjectWrapper<List<String>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<PagedList<DeliverySummary>> rows;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<@Nullable DeliveryCounts> counts =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty pinned = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Selection> selection =
      new ReadOnlyObjectWrapper<>();
  private final HeldRows held = new HeldRows();
  private @Nullable PagedList<DeliverySummary> next;

  /** Opens the list with a query. */
  public DeliveriesModel(Session session, DeliveryQuery start, Consumer<Notice> notices) {
    this.session = session;
    this.delivery = new DeliveryModel(session, this::applied, notices);
    this.query = new ReadOnlyObjectWrapper<>(start);
    this.rows = new ReadOnlyObjectWrapper<>(newList(new Arrivals()));
    this.live = session.feed().subscribe(this::happened);
    rows.get().open();
    loadCounts();
  }

  /** What the list shows. */
  public ReadOnlyObjectProperty<DeliveryQuery> query() {
    return query.getReadOnlyProperty();
  }

  /** What of the typed query was not understood. */
  public ReadOnlyObjectProperty<List<String>> problems() {
    return problems.getReadOnlyProperty();
  }

  /** The rows; another list after every change of the query. */
  public ReadOnlyObjectProperty<PagedList<DeliverySummary>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Whether there are rows, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The books of the hub, null until known. */
  public ReadOnlyObjectProperty<@Nullable DeliveryCounts> counts() {
    return counts.getReadOnlyProperty();
  }

  /** How many new rows are held back. */
  public ReadOnlyIntegerProperty fresh() {
    return held.count();
  }

  /** Set by the view while rows must not move. */
  public BooleanProperty pinned() {
    return pinned;
  }

  /** What is chosen: a query, never a million marks; null if nothing is. */
  public ReadOnlyObjectProperty<@Nullable Selection> selection() {
    return selection.getReadOnlyProperty();
  }

  /** Chooses everything that matches. */
  public void selectAll() {
    selection.set(Selection.all(query.get()));
  }

  /** Leaves a row out of what is chosen, or takes it in again. */
  public void toggle(String id) {
    var chosen = selection.get();
    if (chosen != null) {
      selection.set(chosen.toggle(id));
    }
  }

  /** Chooses nothing. */
  public void clearSelection() {
    selection.set(null);
  }

  /** What a bulk retry is about: what is chosen, or else all that matches. */
  public Selection chosen() {
    var chosen = selection.get();
    return chosen == null ? Selection.all(query.get()) : chosen;
  }

  /** The side pane. */
  public DeliveryModel delivery() {
    return delivery;
  }

  /** How many rows match, where the books tell it: all, or all of one state. */
  public OptionalLong total() {
    var books = counts.get();
    if (books == null || !query.get().chips().isEmpty()) {
      return rows.get().isComplete() ? OptionalLong.of(rows.get().size()) : OptionalLong.empty();
    }
    var only = query.get().state();
    return OptionalLong.of(only == null ? sum(books) : books.byState().getOrDefault(only, 0L));
  }

  private static long sum(DeliveryCounts books) {
    return books.byState().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads what the person typed; the words add to the query, the state is kept unless named. */
  public void search(String typed) {
    var parsed = DeliveryQuery.parse(typed);
    problems.set(parsed.problems());
    if (parsed.problems().isEmpty()) {
      show(merge(parsed.query()));
    }
  }

  private DeliveryQuery merge(DeliveryQuery more) {
    var now = query.get();
    return new DeliveryQuery(
        more.state() != null ? more.state() : now.state(),
        more.route() != null ? more.route() : now.route(),
        more.key() != null ? more.key() : now.key(),
        more.since() != null ? more.since() : now.since(),
        more.until() != null ? more.until() : now.until(),
        more.text() != null ? more.text() : now.text());
  }

  /** Shows another query. */
  public void show(DeliveryQuery next) {
    problems.set(List.of());
    if (!next.equals(query.get())) {
      query.set(next);
      reload();
    }
  }

  /** Shows one state, null for all. */
  public void tab(@Nullable DeliveryState only) {
    show(query.get().withState(only));
  }

  /** Starts the list at a time: older rows follow below. */
  public void jumpTo(String time) {
    search("until:\"" + time + "\"");
  }

  /** Fetches the list again from the top. */
  public void reload() {
    rows.get().close();
    dropNext();
    held.clear();
    clearSelection();
    state.set(new ListState.Loading());
    var list = newList(new Arrivals());
    rows.set(list);
    list.open();
    loadCounts();
  }

  /** Fetches the list again behind the one that is shown, and then changes them over. */
  private void refresh() {
    if (next == null) {
      held.clear();
      next = newList(new ArrivalsBehind());
      next.open();
    }
  }

  private void dropNext() {
    if (next != null) {
      next.close();
      next = null;
    }
  }

  private PagedList<DeliverySummary> newList(PagedList.Listener<DeliverySummary> arrivals) {
    var filter = query.get().filter(session.now());
    return new PagedList<>(
        (cursor, limit) -> session.client().deliveries(filter, cursor, limit),
        DeliverySummary::id,
        session.tasks(),
        arrivals);
  }

  /** What the list that is shown tells. */
  private class Arrivals implements PagedList.Listener<DeliverySummary> {
    @Override
    public void opened(PagedList<DeliverySummary> list) {
      settle();
    }

    @Override
    public void failed(PagedList<DeliverySummary> list, Failure failure) {
      if (list.isEmpty()) {
        state.set(ListState.after(failure));
      }
    }
  }

  /** What the list behind the shown one tells; once open it is the shown one. */
  private final class ArrivalsBehind extends Arrivals {
    private boolean shown;

    @Override
    public void opened(PagedList<DeliverySummary> list) {
      if (!shown) {
        shown = true;
        next = null;
        rows.get().close();
        rows.set(list);
      }
      super.opened(list);
    }

    @Override
    public void failed(PagedList<DeliverySummary> list, Failure failure) {
      if (shown) {
        super.failed(list, failure);
      } else {
        dropNext();
      }
    }
  }

  private void settle() {
    boolean filtered = !query.get().equals(DeliveryQuery.ALL);
    if (!rows.get().isEmpty()) {
      state.set(new ListState.Ready());
    } else {
      state.set(filtered ? new ListState.NoMatch() : new ListState.NothingYet());
    }
  }

  private void loadCounts() {
    session.run(() -> session.client().counts(), counts::set, _ -> {});
  }

  private void happened(LiveEvent event) {
    switch (event) {
      case DeliveryChanged(var newer) -> {
        applied(newer);
        delivery.changed(newer);
      }
      case CountsChanged(var newer) -> counts.set(newer);
      case Connected() -> rows.get().retryFailed();
      case Lagging() -> catchUp();
      default -> {} // of other screens
    }
  }

  /** The hub left changes out: what is not held in place is fetched again. */
  private void catchUp() {
    loadCounts();
    if (!pinned.get()) {
      refresh();
    }
  }

  private void applied(DeliverySummary newer) {
    if (rows.get().update(newer)) {
      return;
    }
    if (!query.get().takes(newer, session.now())) {
      held.drop(newer.id());
    } else if (isOnTop(newer)) {
      held.onTop(newer);
    } else if (cameFromAnotherState(newer)) {
      held.below(newer);
    }
    release();
  }

  private boolean isOnTop(DeliverySummary row) {
    var list = rows.get();
    var top = list.isEmpty() ? null : list.get(0).get();
    return top == null || row.acceptedAt().isAfter(top.acceptedAt());
  }

  /** A list of one state gains rows that are older than its first; a waiting one only waits on. */
  private boolean cameFromAnotherState(DeliverySummary row) {
    return query.get().state() != null && row.state() != DeliveryState.PENDING;
  }

  private void release() {
    if (!pinned.get() && !held.hasLate() && held.count().get() > 0) {
      showFresh();
    }
  }

  /** Puts what was held back on top; a great many are fetched again instead. */
  public void showFresh() {
    if (!held.fitOnTop() || rows.get().prepended() > HeldRows.MOST) {
      refresh();
    } else {
      rows.get().prepend(held.take());
      settle();
    }
  }

  @Override
  public void close() {
    live.unsubscribe();
    dropNext();
    rows.get().close();
    delivery.close();
  }
}
