package dev.patchbay.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagedListTest {
  private static final int MILLION = 1_000_000;

  private final ManualTasks tasks = new ManualTasks();
  private final List<Integer> fetched = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final PagedList<String> list = new PagedList<>(this::page, row -> row, tasks, new Told());
  private boolean down;

  private Page<String> page(@Nullable String cursor, int limit) throws HubException {
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    fetched.add(from / limit);
    if (down) {
      throw new HubException(new Failure.Unreachable("hub", "down"));
    }
    int to = Math.min(MILLION, from + limit);
    return new Page<>(
        IntStream.range(from, to).mapToObj(row -> "row " + row).toList(),
        to < MILLION ? Integer.toString(to) : null);
  }

  private final class Told implements PagedList.Listener<String> {
    @Override
    public void opened(PagedList<String> opened) {
      told.add("opened");
    }

    @Override
    public void failed(PagedList<String> broken, Failure failure) {
      told.add(failure.diagnostics());
    }
  }

  @BeforeEach
  void open() {
    list.open();
    tasks.settle();
  }

  /** Scrolls down until this many rows are known. */
  private void reach(int rows) {
    while (list.size() < rows) {
      list.get(list.size() - 1);
      tasks.settle();
    }
  }

  @Test
  void handsOutAnEmptySlotAtOnceAndFillsItWhenItsPageArrives() {
    var slot = list.get(150);
    assertThat(slot.get()).isNull();
    tasks.settle();
    assertThat(slot.get()).isEqualTo("row 150");
  }

  @Test
  void growsToAMillionRowsAndKeepsTheRowsOfSixtyPages() {
    reach(MILLION);
    list.get(MILLION - 1);
    tasks.settle();
    assertThat(list).hasSize(MILLION);
    assertThat(list.isComplete()).isTrue();
    assertThat(list.pagesInMemory()).isLessThanOrEqualTo(PagedList.PAGES_KEPT);
    assertThat(list.find("row 500")).isNull();
  }

  @Test
  void fetchesAPageThatWasDroppedAgainByItsOwnCursor() {
    reach(20_000);
    var slot = list.get(1234);
    fetched.clear();
    tasks.settle();
    assertThat(fetched).containsExactly(12);
    assertThat(slot.get()).isEqualTo("row 1234");
  }

  @Test
  void hasFourPagesInFlightAtMost() {
    reach(20_000);
    for (int page = 0; page < 10; page++) {
      list.get(page * 100);
    }
    assertThat(tasks.waiting()).isEqualTo(4);
  }

  @Test
  void fetchesThePageThatWasWantedLastFirst() {
    reach(20_000);
    fetched.clear();
    for (int page = 0; page < 10; page++) {
      list.get(page * 100);
    }
    tasks.answerFirst();
    tasks.settle();
    assertThat(fetched).containsExactly(0, 1, 2, 3, 9, 8, 7, 6, 5, 4);
  }

  @Test
  void forgetsPagesThatWereScrolledPastBeforeTheirTurn() {
    reach(20_000);
    fetched.clear();
    for (int page = 0; page < 50; page++) {
      list.get(page * 100);
    }
    tasks.settle();
    assertThat(fetched).hasSize(16).contains(49, 38).doesNotContain(20, 37);
  }

  @Test
  void ignoresAnswersThatComeAfterItWasClosed() {
    var slot = list.get(150);
    list.close();
    tasks.settle();
    assertThat(slot.get()).isNull();
    assertThat(told).containsExactly("opened");
  }

  @Test
  void asksForNothingOnceClosed() {
    list.close();
    list.get(150);
    assertThat(tasks.waiting()).isZero();
  }

  @Test
  void fetchesAPageThatFailedAgainOnlyWhenAsked() {
    down = true;
    var slot = list.get(150);
    tasks.settle();
    list.get(151);
    assertThat(tasks.waiting()).isZero();
    assertThat(told).containsExactly("opened", "unreachable: hub: down");
    down = false;
    list.retryFailed();
    tasks.settle();
    assertThat(slot.get()).isEqualTo("row 150");
  }

  @Test
  void rowsThatArriveOrChangeFireNoListEvent() {
    list.get(150);
    tasks.settle();
    var events = new ArrayList<String>();
    list.addListener((ListChangeListener<Slot<String>>) change -> events.add(change.toString()));
    var slot = list.get(149);
    list.update("row 149");
    tasks.settle();
    assertThat(slot.get()).isEqualTo("row 149");
    assertThat(events).isEmpty();
  }

  @Test
  void newRowsGoInFrontAndTheOthersMoveDown() {
    list.prepend(List.of("newer", "new"));
    assertThat(List.of(list.get(0), list.get(1), list.get(2)))
        .extracting(Slot::get)
        .containsExactly("newer", "new", "row 0");
    assertThat(list.prepended()).isEqualTo(2);
  }

  @Test
  void tellsTheViewHowTheListGrows() {
    var sizes = new ArrayList<Integer>();
    list.addListener((ListChangeListener<Slot<String>>) change -> sizes.add(list.size()));
    reach(400);
    assertThat(sizes).containsExactly(300, 400);
  }
}
