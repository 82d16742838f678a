package dev.patchbay.core.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a token has served. */
interface TokenContract extends QueueUnderTest {
  @Test
  default void tokensCanBeRetiredOnceTheirTimeHasPassedAndOnlyOnce() {
    var a = enqueue(lane(), ROUTE, "a");
    var b = enqueue(lane(), ROUTE, "b");
    var c = enqueue(lane(), ROUTE, "c");
    var lease = acquireOnly();
    var clean = intended(lease, List.of(a), List.of());
    applied(lease, clean);
    var doubtful = intended(lease, List.of(b), List.of());
    queue().voided(lease, doubtful, List.of());
    assertThat(queue().retirable(lease, HOUR, HOUR, 10)).isEmpty();
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).containsExactly(clean.token());
    assertThat(queue().retirable(lease, HOUR, Duration.ZERO, 10)).containsExactly(doubtful.token());
    var next = intended(lease, List.of(c), List.of());
    queue().applied(lease, next, true, "Sheet!A2", Map.of(), List.of(clean.token()));
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).containsExactly(next.token());
  }

  @Test
  default void aTokenStaysWhileADoubtfulAttemptHasItsNumber() {
    var a = enqueue(lane(), ROUTE, "a");
    var b = enqueue(lane(), ROUTE, "b");
    var lease = acquireOnly();
    var clean = intended(lease, List.of(a), List.of());
    applied(lease, clean);
    var number = clean.token().id();
    var twin = intended(lease, withNumber(number, intent(List.of(b), List.of())));
    queue().voided(lease, twin, List.of());
    assertThat(queue().retirable(lease, Duration.ZERO, HOUR, 10)).isEmpty();
    assertThat(queue().retirable(lease, Duration.ZERO, Duration.ZERO, 10))
        .containsExactlyInAnyOrder(clean.token(), twin.token());
  }

  private static Intent withNumber(int number, Intent intent) {
    var token = new Token(number, intent.token().attempt());
    return new Intent(token, intent.seqs(), intent.covers(), intent.content());
  }
}
