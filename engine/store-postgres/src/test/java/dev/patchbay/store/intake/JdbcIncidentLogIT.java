package dev.patchbay.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.intake.IncidentKind;
import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.spi.intake.Incident;
import dev.patchbay.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcIncidentLogIT {
  private static final Incident TRIMMED =
      new Incident(Incident.Kind.TRIMMED_WHILE_PENDING, "requests", "1-0 and 2-0 are gone");

  private final TestStore store = TestStore.create();
  private final JdbcIncidentLog incidents = new JdbcIncidentLog(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keepsTheSameIncidentOnceUntilSomebodySawIt() {
    incidents.report("redis", TRIMMED);
    incidents.report("redis", TRIMMED);
    incidents.report("redis", new Incident(Incident.Kind.GROUP_LOST, "requests", "made again"));

    assertThat(incidents.open())
        .extracting(IncidentView::kind)
        .containsExactly(IncidentKind.TRIMMED_WHILE_PENDING, IncidentKind.GROUP_LOST);
  }

  @Test
  void showsAnIncidentThatHappensAgainAfterItWasSeen() {
    incidents.report("redis", TRIMMED);
    long first = incidents.open().getFirst().id();

    assertThat(incidents.seen("other", first, "sam")).isFalse();
    assertThat(incidents.seen("redis", first, "sam")).isTrue();
    assertThat(incidents.seen("redis", first, "sam")).isFalse();
    assertThat(incidents.open()).isEmpty();

    incidents.report("redis", TRIMMED);
    assertThat(incidents.open()).extracting(IncidentView::detail).containsExactly(TRIMMED.detail());
  }
}
