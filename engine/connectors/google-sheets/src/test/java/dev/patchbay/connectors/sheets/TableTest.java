package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.TableTarget;
import dev.patchbay.spi.TableTarget.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole tables in a tab that people read. */
class TableTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "Id", CellKind.TEXT),
          new Column("count", "Count", CellKind.INTEGER),
          new Column("at", "At", CellKind.DATE_TIME));
  private static final LocalDateTime AT = LocalDateTime.parse("2026-11-27T10:30:00");

  private final Playground playground = new Playground();
  private final Person person = playground.person();
  private final RowTarget connector = playground.connect();
  private final TableTarget tables = connector.tables().orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void aTableStandsWithItsHeadersAndTypedCells() throws IOException {
    assertThat(put("one", 2)).isEqualTo(new Outcome.Applied(TAB));

    assertThat(person.tabs()).containsExactly("Sheet1", TAB);
    assertThat(person.texts(TAB))
        .containsExactly(
            List.of("Id", "Count", "At"),
            List.of("=0", "0", "2026-11-27 10:30:00"),
            List.of("=1", "1", "2026-11-27 10:30:00"));
  }

  @Test
  void anotherTableTakesItsPlaceWholeAndTheTabStaysTheSame() throws IOException {
    put("one", 30);
    int tab = person.sheetId(TAB);
    person.insertColumns(TAB, 1, 2);
    person.type("Requests!B5:C5", List.of(List.of("scribbled", "beside")));
    person.type("Sheet1!A1", List.of(List.of("=Requests!B3")));

    put("two", 2);

    assertThat(person.sheetId(TAB)).isEqualTo(tab);
    assertThat(person.texts(TAB)).hasSize(3);
    assertThat(person.texts("Sheet1")).containsExactly(List.of("1"));
    put("none", 0);
    assertThat(person.texts(TAB)).containsExactly(List.of("Id", "Count", "At"));
  }

  @Test
  void whatPeopleWroteIsNeverWiped() throws IOException {
    person.addTab(TAB);
    person.type("Requests!C3", List.of(List.of("mine")));
    assertThat(put("one", 2))
        .isInstanceOfSatisfying(
            Outcome.TargetRefused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("tab-in-use"));
    person.type("Requests!C3", List.of(List.of("")));
    assertThat(put("one", 2)).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void theSameTableIsNotPutASecondTime() throws IOException {
    put("one", 2);
    person.type("Requests!A2", List.of(List.of("mine")));

    assertThat(put("one", 2)).isInstanceOf(Outcome.Applied.class);

    assertThat(person.texts(TAB).get(1).getFirst()).isEqualTo("mine");
  }

  @Test
  void peopleSeeTheTableFromBeforeUntilTheNewOneIsWhole() throws IOException {
    put("one", 3);
    var seen = new ArrayList<List<List<Object>>>();
    var more = rows(8_000, () -> seen.add(person.texts(TAB)));

    assertThat(tables.replace(table("two", 8_000, more), _ -> {}, deadline()))
        .isInstanceOf(Outcome.Applied.class);

    assertThat(seen).isNotEmpty().allMatch(table -> table.size() == 4);
    assertThat(person.texts(TAB)).hasSize(8_001);
    assertThat(person.texts(TAB).getLast().getFirst()).isEqualTo("=7999");
  }

  @Test
  void whatWasLeftHalfIsBegunAnewAndTakenAway() throws IOException {
    put("one", 3);
    var broken =
        rows(
            5_000,
            () -> {
              throw new IOException("the node dies");
            });
    assertThat(
            catchThrowable(() -> tables.replace(table("two", 5_000, broken), _ -> {}, deadline())))
        .isInstanceOf(IOException.class);
    assertThat(person.texts(TAB)).as("nobody sees it").hasSize(4);
    assertThat(person.tabs()).hasSize(3);

    try (var other = playground.connect()) {
      assertThat(
              other.tables().orElseThrow().replace(table("two", 2, rows(2)), _ -> {}, deadline()))
          .isInstanceOf(Outcome.Applied.class);
    }
    assertThat(person.tabs()).containsExactly("Sheet1", TAB);
    assertThat(person.texts(TAB)).hasSize(3);
  }

  @Test
  void aLostAnswerOfAnyCallLeavesOneWholeTable() throws IOException {
    for (int lost = 0; lost < 3; lost++) {
      var calls = new AtomicInteger(lost);
      var outcome = losing(calls, "lost " + lost);
      if (!(outcome instanceof Outcome.Applied)) { // the caller asks again
        assertThat(put("lost " + lost, 2)).isInstanceOf(Outcome.Applied.class);
      }
      assertThat(person.tabs()).containsExactly("Sheet1", TAB);
      assertThat(person.texts(TAB)).hasSize(3);
    }
  }

  /** Loses the answer of the call that follows the nth. */
  private Outcome losing(AtomicInteger before, String id) throws IOException {
    if (before.getAndDecrement() == 0) {
      playground.link().loseAnswer();
    }
    var taken =
        rows(
            2,
            () -> {
              if (before.getAndDecrement() == 0) {
                playground.link().loseAnswer();
              }
            });
    return tables.replace(table(id, 2, taken), _ -> {}, deadline());
  }

  @Test
  void waitsWhereTheBudgetOfCallsIsUsedUp() throws IOException {
    var asked = new AtomicInteger();
    var waited = new ArrayList<Duration>();
    try (var poor =
        playground.connect(
            Map.of(),
            playground::secret,
            _ -> asked.incrementAndGet() % 2 == 1 ? Duration.ofSeconds(7) : Duration.ZERO)) {
      assertThat(
              poor.tables()
                  .orElseThrow()
                  .replace(table("one", 2, rows(2)), waited::add, deadline()))
          .isInstanceOf(Outcome.Applied.class);
    }
    assertThat(waited).isNotEmpty().allMatch(Duration.ofSeconds(7)::equals);
    assertThat(person.texts(TAB)).hasSize(3);
  }

  private Outcome put(String id, int count) throws IOException {
    return tables.replace(table(id, count, rows(count)), _ -> {}, deadline());
  }

  private Table table(String id, int count, TableTarget.Rows rows) {
    return new Table(id, playground.target(), COLUMNS, count, rows);
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  private static TableTarget.Rows rows(int count) {
    return rows(count, () -> {});
  }

  private interface Halfway {
    void run() throws IOException;
  }

  private static TableTarget.Rows rows(int count, Halfway halfway) {
    return taker -> {
      for (int i = 0; i < count; i++) {
        if (i == count / 2) {
          halfway.run();
        }
        taker.take(
            List.of(
                new Cell.Text("=" + i),
                new Cell.Numeric(BigDecimal.valueOf(i)),
                new Cell.DateTime(AT)));
      }
    };
  }
}
