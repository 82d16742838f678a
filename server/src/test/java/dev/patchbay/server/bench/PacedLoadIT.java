package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
@Timeout(120)
class PacedLoadIT {
  private static final int PER_SECOND = 50;

  private final KilobyteEvents events = new KilobyteEvents("paced-" + UUID.randomUUID());
  private final TestHub hub;

  PacedLoadIT(TestHub hub) {
    this.hub = hub;
  }

  @Test
  void everyEventIsDueAtItsTimeAndNotPostedBefore() {
    var due = new ArrayList<Instant>();
    load(hub.as(Role.SERVICE))
        .post(
            PER_SECOND,
            5,
            (number, at) -> {
              assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(1));
              due.add(at);
              return events.event(number);
            });
    assertThat(betweens(due)).containsOnly(Duration.ofSeconds(1).dividedBy(PER_SECOND)).hasSize(4);
  }

  @Test
  void aRefusalEndsTheLoad() {
    var load = load(hub.as(Role.VIEWER));
    assertThatThrownBy(() -> load.post(PER_SECOND, 1, (number, _) -> events.event(number)))
        .hasMessageContaining("not accepted: HTTP/1.1 403");
  }

  private static List<Duration> betweens(List<Instant> due) {
    var betweens = new ArrayList<Duration>();
    for (int i = 1; i < due.size(); i++) {
      betweens.add(Duration.between(due.get(i - 1), due.get(i)));
    }
    return betweens;
  }

  private static PacedLoad load(ApiCaller caller) {
    return new PacedLoad(caller.root(), caller.key().orElseThrow());
  }
}
