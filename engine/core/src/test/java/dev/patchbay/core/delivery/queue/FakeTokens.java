package dev.patchbay.core.delivery.queue;

import dev.patchbay.spi.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which tokens of lanes have served. */
public record FakeTokens(Collection<FakeLane> lanes) {
  public List<Token> retirable(
      FakeLane lane, Instant now, Duration clean, Duration doubtful, int most) {
    return lane.attempts.stream()
        .filter(attempt -> attempt.outcome != null && !attempt.retired)
        .filter(attempt -> attempt.endedAt.isBefore(now.minus(attempt.clean ? clean : doubtful)))
        .filter(attempt -> !guardsAnother(attempt, now.minus(doubtful)))
        .limit(most)
        .map(attempt -> attempt.intent.token())
        .toList();
  }

  private boolean guardsAnother(FakeLane.Attempt attempt, Instant doubtfulSince) {
    return lanes.stream()
        .flatMap(lane -> lane.attempts.stream())
        .filter(other -> other != attempt && other.hasNumberOf(attempt))
        .anyMatch(other -> other.doubtful() && !other.endedAt.isBefore(doubtfulSince));
  }
}
