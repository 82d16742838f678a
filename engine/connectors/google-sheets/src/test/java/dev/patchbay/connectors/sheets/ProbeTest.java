package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.testkit.MutableClock;
import dev.patchbay.testkit.Sender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Google turns out to accept a token twice, the connector looks instead of voiding. */
class ProbeTest {
  private final Playground playground = new Playground();
  private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
  private final RowTarget connector = playground.connect(clock);
  private final Sender sender = playground.sender(connector);

  @BeforeEach
  void findOutThatTokensAreNotUnique() {
    playground.link().pass();
    playground.link().pretend();
    connector.check(List.of(playground.target()));
    sender.deliverForSure(List.of(row("a", "A", "new")));
  }

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void saysSo() {
    assertThat(connector.guarantee(playground.target())).isEqualTo(Guarantee.PROBE);
  }

  @Test
  void findsABatchThatWasApplied() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.link().loseAnswer();
    sender.deliver(attempt);

    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
  }

  @Test
  void waitsUntilALostRequestCannotArriveAnyMore() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.link().loseRequest();
    sender.deliver(attempt);

    assertThat(sender.resolve(attempt))
        .isInstanceOfSatisfying(
            Resolution.StillUnknown.class,
            unknown -> assertThat(unknown.after()).isEqualTo(Duration.ofMinutes(5)));
    clock.advance(Duration.ofMinutes(5));
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
  }
}
