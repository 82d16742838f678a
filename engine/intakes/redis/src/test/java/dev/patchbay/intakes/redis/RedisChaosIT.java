package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.Fault.Direction;
import dev.patchbay.testkit.TcpFaultProxy;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes, connections that break anywhere, a hub that refuses now and then. */
@Tag("chaos")
class RedisChaosIT extends RedisRig {
  private static final Map<String, String> SETTINGS = Map.of("batch", "20", "claim-after", "1");
  private static final int ROUNDS = 150;
  private static final int PER_ROUND = 40;

  @Test
  void losesNothingWhateverBreaks() {
    var random = new Random(20_261_126);
    try (var first = TcpFaultProxy.to(server.port());
        var second = TcpFaultProxy.to(server.port())) {
      startAt(first.port(), "n1", SETTINGS);
      startAt(second.port(), "n2", SETTINGS);
      for (int round = 0; round < ROUNDS; round++) {
        first.inject(fault(random));
        second.inject(fault(random));
        if (round % 10 == 0) {
          hub.refuse();
        } else {
          hub.open();
        }
        add(round * PER_ROUND + 1, (round + 1) * PER_ROUND);
      }
      first.heal();
      second.heal();
      hub.open();
      awaitAll();
      closeIntakes();
    }
    assertThat(hub.incidents()).isEmpty();
  }

  private void awaitAll() {
    var all = new TreeSet<>(ids(1, ROUNDS * PER_ROUND));
    Eventually.within(Duration.ofSeconds(60))
        .isTrue("all are stored", () -> new TreeSet<>(hub.storedIds()).equals(all));
    Eventually.soon().isTrue("all are acknowledged", () -> pending() == 0);
  }

  private static Fault fault(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Fault.ResetAfter(Direction.ANSWER, random.nextInt(8_000));
      case 1 -> new Fault.ResetAfter(Direction.REQUEST, random.nextInt(3_000));
      case 2 -> new Fault.CutAfter(Direction.ANSWER, random.nextInt(8_000));
      case 3 -> new Fault.Cut();
      default -> new Fault.None();
    };
  }
}
