package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.spi.intake.IntakeHealth.State;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private final Condition condition = new Condition("orders");

  @Test
  void startsUntilTheGroupHasToldItsPartitions() {
    assertThat(condition.health().state()).isEqualTo(State.STARTING);

    condition.joined();

    assertThat(condition.health()).isEqualTo(IntakeHealth.up(OptionalLong.empty()));
  }

  @Test
  void knowsItsLagAlsoWhileItIsHeldBack() {
    condition.joined();
    condition.lag(OptionalLong.of(7));
    condition.heldBack("the disk is full");

    assertThat(condition.health())
        .isEqualTo(new IntakeHealth(State.HELD_BACK, "the disk is full", OptionalLong.of(7)));
  }

  @Test
  void isDownAsLongAsEitherTroubleOrObstacleStands() {
    condition.joined();
    condition.trouble("nobody answers");
    condition.obstacle("no copies");
    assertThat(condition.health()).isEqualTo(IntakeHealth.of(State.DOWN, "nobody answers"));

    condition.trouble(null);
    assertThat(condition.health()).isEqualTo(IntakeHealth.of(State.DOWN, "no copies"));

    condition.obstacle(null);
    assertThat(condition.health().state()).isEqualTo(State.UP);
  }

  @Test
  void staysDownWhenItStartsAnewUntilItDoesBetter() {
    condition.joined();
    condition.heldBack("the disk is full");
    condition.trouble("nobody answers");

    condition.starts();

    assertThat(condition.health().state()).isEqualTo(State.DOWN);
    condition.trouble(null);
    assertThat(condition.health().state()).isEqualTo(State.STARTING);
  }
}
