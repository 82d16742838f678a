package dev.patchbay.connectors.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final StorePath PATH = StorePath.of("a.csv");

  private final Turns turns = new Turns();

  @Test
  void nobodyWaitsForWhoIsAtAnotherPath() throws StoreFailure {
    assertThat(turns.at(PATH, soon(), () -> turns.at(StorePath.of("b.csv"), soon(), () -> 1)))
        .isEqualTo(1);
  }

  @Test
  void givesUpAtTheDeadline() throws StoreFailure {
    var _ =
        turns.at(
            PATH,
            soon(),
            () -> {
              assertThatThrownBy(() -> turns.at(PATH, Deadline.in(Duration.ofMillis(10)), () -> 1))
                  .isInstanceOf(StoreFailure.class);
              return 0;
            });
    assertThat(turns.at(PATH, soon(), () -> 1)).isEqualTo(1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30));
  }
}
