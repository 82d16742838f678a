package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.row;
import static dev.patchbay.connectors.sheets.Playground.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Token;
import dev.patchbay.testkit.Sender;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final int ID = 4711;

  private final Playground playground = new Playground();
  private final RowTarget connector = playground.connect();
  private final Sender sender = playground.sender(connector);

  @BeforeEach
  void fillTheTab() {
    sender.deliverForSure(List.of(row("a", "A", "new")));
  }

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void takesAnotherTokenWhereTheIdIsInUse() {
    sender.deliver(sender.prepare(List.of(row("b", "B", "new")), token()));

    var outcome = sender.deliver(sender.prepare(List.of(row("c", "C", "new")), token()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NotApplied.class,
            refused -> {
              assertThat(refused.cause().code()).isEqualTo("token-taken");
              assertThat(refused.after()).isZero();
            });
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void neverTakesTheTokenOfAnotherForItsOwn() {
    sender.deliver(sender.prepare(List.of(row("b", "B", "new")), token()));
    var attempt = sender.prepare(List.of(row("c", "C", "new")), token());
    playground.link().loseRequest();
    sender.deliver(attempt);

    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
  }

  @Test
  void saysThatABatchSentTwiceIsApplied() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    sender.deliver(attempt);

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Applied.class);
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void doesNotSendWhatWasGivenUp() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    try (var newOwner = playground.connect()) {
      assertThat(newOwner.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
    }

    assertThat(sender.deliver(attempt))
        .isInstanceOfSatisfying(
            Outcome.NotApplied.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("voided"));
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"));
  }

  @Test
  void settlesWhereTheLateBatchWinsTheRace() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.link().hold();
    sender.deliver(attempt);
    playground.link().beforeNextWrite(() -> playground.link().release());

    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void staysUnknownWhileTheVoidIsNotAnswered() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.link().loseRequest();
    playground.link().loseAnswer();
    sender.deliver(attempt);

    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.StillUnknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
  }

  @Test
  void neverDeletesATokenThatOnlyHasTheSameId() {
    var settled = sender.prepare(List.of(row("b", "B", "new")), token());
    sender.deliver(settled);
    sender.retire(List.of(token()));
    sender.deliverForSure(List.of(row("c", "C", "new")));

    assertThat(sender.resolve(settled)).isInstanceOf(Resolution.WasApplied.class);
  }

  @Test
  void keepsRoomForTokensByDeletingRetiredOnes() {
    var tokens = IntStream.range(0, 30).mapToObj(_ -> sender.prepare(List.of(row("b", "B", "x"))));
    var settled = tokens.peek(sender::deliver).map(attempt -> attempt.batch().token()).toList();
    sender.retire(settled);

    sender.deliverForSure(List.of(row("b", "B", "y")));

    assertThat(playground.person().metadata("patchbay.batch")).hasSizeLessThan(5);
  }

  private static Token token() {
    return new Token(ID, UUID.randomUUID());
  }
}
