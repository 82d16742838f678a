package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector that writes rows keeps, above all: exactly once, whatever answers are lost.
 * A connector's tests extend it and bring the {@link FarSide} to write to.
 */
public abstract class ConnectorContract {
  /** Columns of the contract's target. */
  protected static final List<Column> COLUMNS =
      List.of(
          new Column("id", "Id", CellKind.TEXT),
          new Column("title", "Title", CellKind.TEXT),
          new Column("state", "State", CellKind.TEXT));

  private static final long SEED = 20_261_101;

  private FarSide farSide;
  private RowTarget connector;
  private Sender sender;

  /** Where the connector writes to; opened anew for each test. */
  protected abstract FarSide open();

  @BeforeEach
  final void openFarSide() {
    farSide = open();
    connector = farSide.connect();
    sender = sender(WriteMode.UPSERT);
  }

  @AfterEach
  final void closeFarSide() {
    connector.close();
    farSide.close();
  }

  private Sender sender(WriteMode mode) {
    return new Sender(connector, farSide.target(), new Layout(COLUMNS, "id", mode), SEED);
  }

  @Test
  void writesNewRowsBelowEachOther() {
    var outcome =
        sender.deliver(sender.prepare(List.of(row("a", "A", "new"), row("b", "B", "new"))));

    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    assertThat(farSide.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void changesOnlyTheColumnsThatARowHas() {
    sender.deliverForSure(List.of(row("a", "A", "new"), row("b", "B", "new")));

    sender.deliverForSure(List.of(new Row("a", Map.of("state", new Cell.Text("done")))));

    assertThat(farSide.rows()).containsExactly(shown("a", "A", "done"), shown("b", "B", "new"));
  }

  @Test
  void clearsACellThatIsEmpty() {
    sender.deliverForSure(List.of(row("a", "A", "new")));

    sender.deliverForSure(List.of(new Row("a", Map.of("title", new Cell.Empty()))));

    assertThat(farSide.rows()).containsExactly(Map.of("Id", "a", "State", "new"));
  }

  @Test
  void keepsTextAsItIsWrittenWhateverItLooksLike() {
    var texts = List.of("007", "=IMPORTXML(\"x\")", "+49 30 1234", "1/2", "TRUE", "2,5", "'quoted");
    for (var text : texts) {
      sender.deliverForSure(List.of(row(text, text, "new")));
    }

    assertThat(farSide.rows())
        .containsExactlyElementsOf(texts.stream().map(text -> shown(text, text, "new")).toList());
  }

  @Test
  void changesAndAddsRowsInOneBatch() {
    sender.deliverForSure(List.of(row("a", "A", "new")));

    sender.deliverForSure(List.of(row("b", "B", "new"), row("a", "A2", "old")));

    assertThat(farSide.rows()).containsExactly(shown("a", "A2", "old"), shown("b", "B", "new"));
  }

  @Test
  void addsARowEachTimeWhereNothingIsUpdated() {
    var appending = sender(WriteMode.APPEND);
    appending.deliverForSure(List.of(row("a", "A", "1"), row("a", "A", "2")));

    appending.deliverForSure(List.of(row("a", "A", "3")));

    assertThat(farSide.rows())
        .containsExactly(shown("a", "A", "1"), shown("a", "A", "2"), shown("a", "A", "3"));
  }

  @Test
  void settlesALostAnswerAsApplied() {
    var attempt = sender.prepare(List.of(row("a", "A", "new")));
    farSide.loseNextAnswer();

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(farSide.rows()).containsExactly(shown("a", "A", "new"));
  }

  @Test
  void settlesALostRequestAsNeverApplied() {
    var attempt = sender.prepare(List.of(row("a", "A", "new")));
    farSide.loseNextRequest();

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
    assertThat(farSide.rows()).isEmpty();
  }

  @Test
  void refusesARequestThatArrivesAfterItWasSettled() {
    sender.deliverForSure(List.of(row("a", "A", "new")));
    var attempt = sender.prepare(List.of(row("a", "A", "late"), row("b", "B", "late")));
    farSide.holdNextRequest();

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
    farSide.letArrive();
    assertThat(farSide.rows()).containsExactly(shown("a", "A", "new"));
  }

  @Test
  void settlesTheLostAnswerOfAnotherProcess() {
    sender.deliverForSure(List.of(row("a", "A", "new")));
    var attempt = sender.prepare(List.of(row("a", "A", "done"), row("b", "B", "new")));
    farSide.loseNextAnswer();
    sender.deliver(attempt);

    try (var other = farSide.connect()) {
      sender.use(other);
      assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
      sender.deliverForSure(List.of(row("c", "C", "new")));
    }

    assertThat(farSide.rows())
        .containsExactly(shown("a", "A", "done"), shown("b", "B", "new"), shown("c", "C", "new"));
  }

  @Test
  void saysTheSameHoweverOftenItIsAskedToSettle() {
    var applied = sender.prepare(List.of(row("a", "A", "new")));
    farSide.loseNextAnswer();
    sender.deliver(applied);
    sender.resolve(applied);
    var lost = sender.prepare(List.of(row("b", "B", "new")));
    farSide.loseNextRequest();
    sender.deliver(lost);
    sender.resolve(lost);

    assertThat(sender.resolve(applied)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(sender.resolve(lost)).isInstanceOf(Resolution.NeverApplied.class);
    assertThat(farSide.rows()).containsExactly(shown("a", "A", "new"));
  }

  @Test
  void sendsNothingOnceTheDeadlineHasPassed() {
    var attempt = sender.prepare(List.of(row("a", "A", "new")));

    var outcome =
        connector.deliver(
            new Attempt(
                attempt.batch(), attempt.plan(), attempt.lastRows(), Deadline.in(Duration.ZERO)));

    assertThat(outcome).isInstanceOf(Outcome.NotApplied.class);
    assertThat(farSide.rows()).isEmpty();
  }

  @Test
  void takesTokensAwayThatNobodyNeedsAnyMore() {
    var settled = sender.prepare(List.of(row("a", "A", "new")));
    sender.deliver(settled);
    var never = new Token(4711, new UUID(1, 2));
    sender.retire(List.of(settled.batch().token(), never));

    assertThat(sender.deliver(sender.prepare(List.of(row("b", "B", "new")))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(farSide.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void appliesEveryBatchExactlyOnceWhateverAnswersAreLost() {
    var random = new Random(SEED);
    var expected = new LinkedHashMap<String, Map<String, String>>();
    for (int batch = 0; batch < 40; batch++) {
      var rows = new HashMap<String, Row>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        var key = "k" + random.nextInt(25);
        rows.put(key, row(key, key, "v" + batch));
      }
      switch (random.nextInt(4)) {
        case 0 -> farSide.loseNextAnswer();
        case 1 -> farSide.loseNextRequest();
        default -> {}
      }
      sender.deliverForSure(List.copyOf(rows.values()));
      for (var row : rows.values()) {
        expected.put(row.key(), shown(row.key(), row.key(), "v" + batch));
      }
    }

    assertThat(farSide.rows()).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  /** A whole row. */
  protected static Row row(String key, String title, String state) {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("id", new Cell.Text(key));
    cells.put("title", new Cell.Text(title));
    cells.put("state", new Cell.Text(state));
    return new Row(key, cells);
  }

  /** How a whole row is read back. */
  protected static Map<String, String> shown(String key, String title, String state) {
    return Map.of("Id", key, "Title", title, "State", state);
  }
}
