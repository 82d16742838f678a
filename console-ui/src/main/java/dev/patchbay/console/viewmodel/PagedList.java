package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.model.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length over keyset pages. {@link #get} hands out a slot at once and fetches its
 * page behind it; the list grows page by page as its end comes into sight. The cursor of every page
 * seen is kept (a few bytes), the rows of at most {@value #PAGES_KEPT} pages are. The page wanted
 * last is fetched first. For the user interface's thread only.
 */
public final class PagedList<T> extends ObservableListBase<Slot<T>> {
  /** Rows a page. */
  public static final int PAGE = 100;

  /** Pages whose rows are kept in memory. */
  public static final int PAGES_KEPT = 60;

  private static final int IN_FLIGHT = 4;
  private static final int QUEUED = 12;

  /** Where pages come from; called off the user interface. */
  @FunctionalInterface
  public interface Source<T> {
    /** The page behind a cursor, null for the first. */
    Page<T> page(@Nullable String cursor, int limit) throws HubException, InterruptedException;
  }

  /** Told of what arrives. */
  public interface Listener<T> {
    /** The first page of this list is there. */
    void opened(PagedList<T> list);

    /** A page of this list could not be fetched; {@link #retryFailed} asks again. */
    void failed(PagedList<T> list, Failure failure);
  }

  private final Source<T> source;
  private final Function<T, String> id;
  private final TaskRunner tasks;
  private final Listener<T> listener;

  private final List<@Nullable String> cursors = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final Map<Integer, List<Slot<T>>> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Integer> loaded = new HashSet<>();
  private final Set<Integer> failed = new HashSet<>();
  private final Map<Integer, UiTask> inFlight = new HashMap<>();
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private final List<Slot<T>> head = new ArrayList<>();
  private final Map<String, Slot<T>> byId = new HashMap<>();
  private int tail; // rows from page 0 on
  private boolean ended;
  private boolean closed;

  /** An empty list; {@link #open} fills it. */
  public PagedList(
      Source<T> source, Function<T, String> id, TaskRunner tasks, Listener<T> listener) {
    this.source = source;
    this.id = id;
    this.tasks = tasks;
    this.listener = listener;
    cursors.add(null);
    starts.add(0);
  }

  /** Fetches the first page. */
  public void open() {
    want(0);
  }

  @Override
  public int size() {
    return head.size() + tail;
  }

  @Override
  public Slot<T> get(int index) {
    if (index < head.size()) {
      return head.get(index);
    }
    int row = index - head.size();
    int page = pageOf(row);
    want(page);
    return slots(page).get(row - starts.get(page));
  }

  /** Whether the oldest row has been reached. */
  public boolean isComplete() {
    return ended;
  }

  /** Rows that were put in front since the list was opened. */
  public int prepended() {
    return head.size();
  }

  /** Pages whose rows are in memory. */
  public int pagesInMemory() {
    return pages.size();
  }

  /** The row with this id, if it is in memory. */
  public @Nullable T find(String rowId) {
    var slot = byId.get(rowId);
    return slot == null ? null : slot.get();
  }

  /** Puts a newer state of a row in its place; false if the row is not in memory. */
  public boolean update(T row) {
    var slot = byId.get(id.apply(row));
    if (slot != null) {
      slot.fill(row);
    }
    return slot != null;
  }

  /** Puts new rows in front, newest first. */
  public void prepend(List<T> rows) {
    beginChange();
    for (var row : rows.reversed()) {
      var slot = new Slot<T>();
      fill(slot, row);
      head.addFirst(slot);
    }
    nextAdd(0, rows.size());
    endChange();
  }

  /** Asks again for pages that could not be fetched. */
  public void retryFailed() {
    var again = List.copyOf(failed);
    failed.clear();
    again.forEach(this::want);
  }

  /** Stops everything under way, for good. */
  public void close() {
    closed = true;
    wanted.clear();
    inFlight.values().forEach(UiTask::cancel);
    inFlight.clear();
  }

  private int pageOf(int row) {
    int found = Collections.binarySearch(starts, row);
    return Math.min(found >= 0 ? found : -found - 2, cursors.size() - 1);
  }

  private List<Slot<T>> slots(int page) {
    var known = pages.get(page);
    if (known != null) {
      return known;
    }
    int end = page + 1 < starts.size() ? starts.get(page + 1) : tail;
    var fresh = new ArrayList<Slot<T>>();
    for (int row = starts.get(page); row < end; row++) {
      fresh.add(new Slot<>());
    }
    pages.put(page, fresh);
    return fresh;
  }

  private void want(int page) {
    if (closed || loaded.contains(page) || failed.contains(page) || inFlight.containsKey(page)) {
      return;
    }
    wanted.remove(page);
    wanted.addFirst(page);
    if (wanted.size() > QUEUED) {
      wanted.removeLast();
    }
    fetchNext();
  }

  private void fetchNext() {
    while (inFlight.size() < IN_FLIGHT && !wanted.isEmpty()) {
      int page = wanted.removeFirst();
      inFlight.put(page, UiTask.none());
      var task =
          tasks.run(
              () -> source.page(cursors.get(page), PAGE),
              rows -> arrived(page, rows),
              failure -> broke(page, failure));
      inFlight.computeIfPresent(page, (_, _) -> task);
    }
  }

  private void arrived(int page, Page<T> rows) {
    inFlight.remove(page);
    loaded.add(page);
    if (page == cursors.size() - 1 && !ended) {
      extend(page, rows);
    }
    place(slots(page), rows.items());
    forgetOldPages(page);
    if (page == 0) {
      listener.opened(this);
    }
    fetchNext();
  }

  private void extend(int page, Page<T> rows) {
    int before = tail;
    int end = starts.get(page) + rows.items().size();
    if (slots(page).size() != rows.items().size()) {
      pages.remove(page);
    }
    if (rows.next() == null) {
      ended = true;
      tail = end;
    } else {
      cursors.add(rows.next());
      starts.add(end);
      tail = end + PAGE;
    }
    announce(starts.get(page), before);
  }

  private void announce(int changedFrom, int before) {
    beginChange();
    if (tail > before) {
      nextAdd(head.size() + before, head.size() + tail);
    }
    for (int row = before - 1; row >= tail; row--) {
      nextRemove(head.size() + tail, new Slot<>());
    }
    for (int row = changedFrom; row < Math.min(before, tail); row++) {
      nextUpdate(head.size() + row);
    }
    endChange();
  }

  private void place(List<Slot<T>> slots, List<T> rows) {
    for (int i = 0; i < Math.min(slots.size(), rows.size()); i++) {
      fill(slots.get(i), rows.get(i));
    }
  }

  private void fill(Slot<T> slot, T row) {
    slot.fill(row);
    byId.put(id.apply(row), slot);
  }

  private void forgetOldPages(int justLoaded) {
    var oldest = pages.entrySet().iterator();
    while (pages.size() > PAGES_KEPT && oldest.hasNext()) {
      var page = oldest.next();
      if (page.getKey() != justLoaded) {
        page.getValue().forEach(this::forget);
        loaded.remove(page.getKey());
        oldest.remove();
      }
    }
  }

  private void forget(Slot<T> slot) {
    var row = slot.get();
    if (row != null) {
      byId.remove(id.apply(row), slot);
    }
  }

  private void broke(int page, Failure failure) {
    inFlight.remove(page);
    failed.add(page);
    listener.failed(this, failure);
    fetchNext();
  }
}
