package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.LAYOUT;
import static dev.patchbay.connectors.sheets.Playground.TAB;
import static dev.patchbay.connectors.sheets.Playground.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowAudit;
import dev.patchbay.spi.RowAudit.Comparison;
import dev.patchbay.spi.RowAudit.Comparison.Moved;
import dev.patchbay.spi.RowAudit.Comparison.Stands;
import dev.patchbay.spi.RowAudit.Difference;
import dev.patchbay.spi.RowAudit.Look;
import dev.patchbay.spi.RowAudit.StandingKeys;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.testkit.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in a tab that people work in, compared with what was written there. */
class AuditTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Playground playground = new Playground();
  private final Person person = playground.person();
  private final RowTarget connector = playground.connect();
  private final Sender sender = playground.sender(connector);
  private final RowAudit audit = connector.audit().orElseThrow();

  @BeforeEach
  void fillTheTab() {
    sender.deliverForSure(
        List.of(row("a", "A", "new"), row("0042", "B", "new"), row("c", "C", "new")));
  }

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void whatStandsAsItWasWrittenHasNoDifference() {
    assertThat(compared(row("c", "C", "new"), row("a", "A", "new")))
        .containsExactly(new Stands(List.of()), new Stands(List.of()));
  }

  @Test
  void whatPeopleChangedIsToldAsTheySeeIt() {
    person.type("Requests!B2:C2", List.of(List.of("=1+1", "")));
    person.type("Requests!B3", List.of(List.of("1-2")));

    assertThat(compared(row("a", "A", "new"), row("0042", "B", "new")))
        .containsExactly(
            new Stands(List.of(new Difference("title", "2"), new Difference("state", ""))),
            new Stands(List.of(new Difference("title", "1-2"))));
  }

  @Test
  void columnsThatPeopleMovedAreFoundAndOneThatIsGoneDiffers() {
    person.insertColumns(TAB, 1, 2);
    person.deleteColumns(TAB, 4, 1);

    assertThat(compared(row("a", "A", "new")))
        .containsExactly(new Stands(List.of(new Difference("state", ""))));
  }

  @Test
  void keysAreThoseOfAllRowsHoweverPeopleTypedThem() {
    person.type("Requests!A5:C6", List.of(List.of("c", "copy", "x"), List.of("z", "own", "y")));
    person.change(Formats.general(person.sheetId(TAB)));
    person.type("Requests!A3", List.of(List.of("0042")));

    var keys = keys();

    assertThat(keys.all()).isEqualTo(Map.of(2, "a", 3, "42", 4, "c", 5, "c", 6, "z"));
    assertThat(keys.rowsOf("c")).containsExactly(4, 5);
    assertThat(keys.rowsOf("0042")).containsExactly(3);
    assertThat(keys.rowsOf("b")).isEmpty();
    assertThat(compared(keys, row("0042", "B", "new"))).containsExactly(new Stands(List.of()));
  }

  @Test
  void whatMovesMeanwhileIsNotMistakenForAnotherRow() {
    var keys = keys();
    person.sort(TAB, 0);
    assertThat(compared(keys, row("a", "A", "new"), row("c", "C", "new")))
        .containsExactly(new Moved(), new Moved());

    var again = keys();
    person.insertColumns(TAB, 1, 1);
    assertThat(compared(again, row("a", "A", "new"))).containsExactly(new Moved());
  }

  @Test
  void aTabThatIsGoneHasNoKeysAndOneWithoutItsKeyColumnIsNotLookedAt() {
    person.deleteColumns(TAB, 0, 1);
    assertThat(audit.keys(playground.target(), LAYOUT, Deadline.in(LONG)))
        .isInstanceOfSatisfying(
            Look.NotSeen.class,
            refused ->
                assertThat(refused.why())
                    .isInstanceOfSatisfying(
                        Outcome.TargetRefused.class,
                        why -> assertThat(why.cause().code()).isEqualTo("key-column-missing")));

    person.deleteTab(TAB);
    assertThat(keys().all()).isEmpty();
  }

  private StandingKeys keys() {
    return seen(audit.keys(playground.target(), LAYOUT, Deadline.in(LONG)));
  }

  private List<Comparison> compared(Row... expected) {
    return compared(keys(), expected);
  }

  private List<Comparison> compared(StandingKeys keys, Row... expected) {
    return seen(
        audit.compare(playground.target(), LAYOUT, keys, List.of(expected), Deadline.in(LONG)));
  }

  private static <T> T seen(Look<T> look) {
    return switch (look) {
      case Look.Seen<T>(var value) -> value;
      case Look.NotSeen<T>(var why) -> throw new AssertionError(why);
    };
  }
}
