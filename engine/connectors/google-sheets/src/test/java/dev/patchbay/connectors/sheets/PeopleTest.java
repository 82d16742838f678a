package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.TAB;
import static dev.patchbay.connectors.sheets.Playground.row;
import static dev.patchbay.connectors.sheets.Playground.shown;
import static dev.patchbay.connectors.sheets.Playground.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.testkit.Sender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People change a tab at the worst moment: between the plan of a batch and its arrival. */
class PeopleTest {
  private final Playground playground = new Playground();
  private final Person person = playground.person();
  private final RowTarget connector = playground.connect();
  private final Sender sender = playground.sender(connector);

  @BeforeEach
  void fillTheTab() {
    sender.deliverForSure(
        List.of(row("a", "A", "new"), row("b", "B", "new"), row("c", "C", "new")));
    sender.deliverForSure(List.of(state("a", "seen"))); // now every place is known
  }

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void putsRowsRightThatWereSortedJustBefore() {
    playground.link().beforeNextWrite(() -> person.sort(TAB, 0));

    var receipt = applied(sender.deliver(sender.prepare(List.of(state("a", "done")))));

    assertThat(playground.rows())
        .containsExactly(shown("c", "C", "new"), shown("b", "B", "new"), shown("a", "A", "done"));
    assertThat(receipt).contains("repaired 2 rows");
  }

  @Test
  void putsRowsRightWhenOneWasInsertedAboveThem() {
    playground.link().beforeNextWrite(() -> person.insertRows(TAB, 1, 1));

    sender.deliverForSure(List.of(state("a", "done"), state("c", "done")));

    assertThat(playground.rows())
        .containsExactly(shown("a", "A", "done"), shown("b", "B", "new"), shown("c", "C", "done"));
  }

  @Test
  void bringsBackARowThatWasDeletedAndSparesTheOthers() {
    playground.link().beforeNextWrite(() -> person.deleteRows(TAB, 1, 1));

    sender.deliverForSure(List.of(state("a", "done")));

    assertThat(playground.rows())
        .containsExactly(shown("b", "B", "new"), shown("c", "C", "new"), shown("a", "A", "done"));
  }

  @Test
  void leavesNoGarbageWhereTheLastRowWasDeleted() {
    playground.link().beforeNextWrite(() -> person.deleteRows(TAB, 3, 1));

    sender.deliverForSure(List.of(state("c", "done")));

    assertThat(playground.rows())
        .containsExactly(shown("a", "A", "seen"), shown("b", "B", "new"), shown("c", "C", "done"));
  }

  @Test
  void changesAndAddsInTheRightPlaceWhileRowsMove() {
    playground.link().beforeNextWrite(() -> person.deleteRows(TAB, 2, 1));

    sender.deliverForSure(List.of(row("d", "D", "new"), state("c", "done")));

    assertThat(playground.rows())
        .containsExactlyInAnyOrder(
            shown("a", "A", "seen"), shown("c", "C", "done"), shown("d", "D", "new"));
  }

  @Test
  void repairsWhatItHitWhenTheAnswerWasLostAsWell() {
    playground.link().beforeNextWrite(() -> {});
    sender.deliverForSure(List.of(state("a", "seen again")));
    var attempt = sender.prepare(List.of(state("a", "done")));
    person.sort(TAB, 0);
    playground.link().loseAnswer();

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    try (var other = playground.connect()) {
      sender.use(other);
      assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    }
    assertThat(playground.rows())
        .containsExactly(shown("c", "C", "new"), shown("b", "B", "new"), shown("a", "A", "done"));
  }

  @Test
  void settlesARepairWhoseAnswerWasLost() {
    playground.link().beforeNextWrite(() -> person.sort(TAB, 0));
    playground.link().loseAnswer();
    var attempt = sender.prepare(List.of(state("a", "done"), row("d", "D", "new")));

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(playground.rows())
        .containsExactlyInAnyOrder(
            shown("a", "A", "done"),
            shown("b", "B", "new"),
            shown("c", "C", "new"),
            shown("d", "D", "new"));
  }

  @Test
  void refusesALateRepairOnceItWasDoneOver() {
    playground.link().beforeNextWrite(() -> person.sort(TAB, 0));
    playground.link().hold();
    var attempt = sender.prepare(List.of(state("a", "done")));
    sender.deliver(attempt);
    sender.resolve(attempt);
    sender.deliverForSure(List.of(state("a", "newer"), state("c", "newer")));

    assertThat(playground.link().release()).containsExactly(400);
    assertThat(playground.rows())
        .containsExactly(
            shown("c", "C", "newer"), shown("b", "B", "new"), shown("a", "A", "newer"));
  }

  @Test
  void followsColumnsThatPeopleMakeRoomBetween() {
    person.insertColumns(TAB, 1, 2);
    person.type("Requests!B1:B2", List.of(List.of("Notes"), List.of("mine")));

    sender.deliverForSure(List.of(state("a", "done"), row("d", "D", "new")));

    assertThat(playground.rows())
        .containsExactly(
            Map.of("Id", "a", "Notes", "mine", "Title", "A", "State", "done"),
            shown("b", "B", "new"),
            shown("c", "C", "new"),
            shown("d", "D", "new"));
  }

  @Test
  void putsColumnsRightThatMovedJustBefore() {
    playground.link().beforeNextWrite(() -> person.insertColumns(TAB, 1, 1));

    var receipt =
        applied(
            sender.deliver(sender.prepare(List.of(row("a", "A2", "done"), row("d", "D", "new")))));

    assertThat(playground.rows())
        .containsExactly(
            shown("a", "A2", "done"),
            shown("b", "B", "new"),
            shown("c", "C", "new"),
            shown("d", "D", "new"));
    assertThat(receipt).contains("repaired");
  }

  @Test
  void followsAColumnThatWasRenamed() {
    person.type("Requests!C1", List.of(List.of("Progress")));

    sender.deliverForSure(List.of(state("a", "done")));

    assertThat(playground.rows().getFirst())
        .isEqualTo(Map.of("Id", "a", "Title", "A", "Progress", "done"));
  }

  @Test
  void createsAColumnAgainThatWasDeleted() {
    person.deleteColumns(TAB, 2, 1);
    try (var restarted = playground.connect()) {
      sender.use(restarted);
      sender.deliverForSure(List.of(state("a", "done")));
    }

    assertThat(playground.rows())
        .containsExactly(
            shown("a", "A", "done"),
            Map.of("Id", "b", "Title", "B"),
            Map.of("Id", "c", "Title", "C"));
  }

  @Test
  void waitsWhereTheKeyColumnIsGone() {
    person.deleteColumns(TAB, 0, 1);

    try (var restarted = playground.connect()) {
      sender.use(restarted);
      var preparation = restarted.prepare(sender.batch(List.of(state("a", "done"))));
      assertThat(preparation.toString()).contains("key-column-missing");
    }
  }

  @Test
  void followsATabThatWasRenamed() {
    person.renameTab(TAB, "Archive 2026");

    sender.deliverForSure(List.of(state("a", "done")));

    assertThat(person.tabs()).containsExactly("Sheet1", "Archive 2026");
    assertThat(person.rows("Archive 2026").getFirst()).isEqualTo(shown("a", "A", "done"));
  }

  @Test
  void createsATabAgainThatWasDeleted() {
    person.deleteTab(TAB);

    sender.deliverForSure(List.of(row("d", "D", "new")));

    assertThat(playground.rows()).containsExactly(shown("d", "D", "new"));
  }

  @Test
  void letsTheFirstRowOfACopiedOneCountAndSaysSo() {
    person.type("Requests!A5:C5", List.of(List.of("b", "copy", "copy")));
    try (var restarted = playground.connect()) {
      sender.use(restarted);

      var receipt = applied(sender.deliver(sender.prepare(List.of(state("b", "done")))));

      assertThat(receipt).contains("key b stands more than once, also in row 5");
    }
    assertThat(playground.rows())
        .containsExactly(
            shown("a", "A", "seen"),
            shown("b", "B", "done"),
            shown("c", "C", "new"),
            shown("b", "copy", "copy"));
  }

  @Test
  void findsAKeyThatAPersonTurnedIntoANumber() {
    sender.deliverForSure(List.of(row("0042", "padded", "new"), row("77", "plain", "new")));
    person.change(Formats.general(person.sheetId(TAB)));
    person.type("Requests!A5:A6", List.of(List.of(42), List.of(77)));

    sender.deliverForSure(List.of(state("0042", "done"), state("77", "done")));

    assertThat(playground.rows().subList(3, 5))
        .containsExactly(shown("42", "padded", "done"), shown("77", "plain", "done"));
  }

  @Test
  void keepsOneRowForAKeyThatTwoConnectorsAddAtOnce() {
    try (var second = playground.connect()) {
      var other = playground.sender(second);
      other.deliverForSure(List.of(state("a", "second")));
      sender.deliverForSure(List.of(row("d", "D", "first")));

      other.deliverForSure(List.of(row("d", "D", "second"), row("e", "E", "second")));
      sender.deliverForSure(List.of(row("e", "E", "first"), state("d", "last")));
    }

    assertThat(playground.rows())
        .containsExactlyInAnyOrder(
            shown("a", "A", "second"),
            shown("b", "B", "new"),
            shown("c", "C", "new"),
            shown("d", "D", "last"),
            shown("e", "E", "first"));
  }

  @Test
  void leavesWhatPeopleWroteBesideItsColumnsAlone() {
    person.type("Requests!D1:D3", List.of(List.of("Notes"), List.of("call back"), List.of("")));

    sender.deliverForSure(List.of(row("a", "A2", "done"), row("d", "D", "new")));

    assertThat(playground.rows().getFirst())
        .isEqualTo(Map.of("Id", "a", "Title", "A2", "State", "done", "Notes", "call back"));
  }

  private static String applied(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    return ((Outcome.Applied) outcome).receipt();
  }
}
