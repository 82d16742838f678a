package dev.patchbay.store.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.store.StoreException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node of the version before knows of no generation but the first, and notes nothing. */
class WritersOfBeforeIT {
  private static final String NOT_IN_PREREQUISITE_STATE = "55000";

  private final ModelRig rig = new ModelRig();

  @AfterEach
  void close() {
    rig.close();
  }

  /** As the version before takes the token of an attempt. */
  private void take(boolean applied) {
    rig.store()
        .execute(
            "INSERT INTO read_model_token (attempt, applied) VALUES (?, ?)",
            UUID.randomUUID(),
            applied);
  }

  private void model(String change) {
    rig.store().execute("UPDATE read_model SET " + change + " WHERE name = 'requests'");
  }

  @Test
  void writesWhileNothingWasRebuilt() {
    assertThatCode(() -> take(true)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"building = 2", "generation = 2"})
  void isRefusedOnceARebuildHasBegun(String change) {
    model(change);

    assertThatThrownBy(() -> take(true))
        .isInstanceOfSatisfying(
            StoreException.class,
            refused -> assertThat(refused.code()).isEqualTo(NOT_IN_PREREQUISITE_STATE));
  }

  @Test
  void maySayThatAnAttemptWasNeverApplied() {
    model("generation = 2");

    assertThatCode(() -> take(false)).doesNotThrowAnyException();
  }
}
