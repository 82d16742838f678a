package dev.patchbay.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.core.intake.IntakeProgress.Note;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeState;
import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.store.TestStore;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcIntakeProgressIT {
  private final TestStore store = TestStore.create();
  private final JdbcIntakeProgress progress = new JdbcIntakeProgress(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void remembersTheLastCheckpointOfAnyNode() {
    progress.note(note("one", Map.of("requests", "5-0", "comments", "7-0")));
    progress.note(note("two", Map.of("requests", "9-0")));

    assertThat(progress.checkpoint("redis", "requests")).contains("9-0");
    assertThat(progress.checkpoint("redis", "comments")).contains("7-0");
    assertThat(progress.checkpoint("other", "requests")).isEmpty();
  }

  @Test
  void showsEachNodeAsItSaidLast() {
    progress.note(note("one", Map.of()));
    progress.note(
        new Note(
            "redis",
            "one",
            IntakeHealth.of(IntakeHealth.State.DOWN, "cannot be reached"),
            9,
            Map.of()));
    progress.note(note("two", Map.of()));

    assertThat(progress.nodes().getOrDefault("redis", List.of()))
        .extracting(
            IntakeNodeView::node,
            IntakeNodeView::state,
            IntakeNodeView::reason,
            IntakeNodeView::lag,
            IntakeNodeView::events)
        .containsExactly(
            tuple("one", IntakeState.DOWN, "cannot be reached", null, 9L),
            tuple("two", IntakeState.UP, null, 3L, 1L));
  }

  @Test
  void forgetsANodeThatLeftOrFellSilent() {
    progress.note(note("leaves", Map.of()));
    progress.note(note("dies", Map.of()));
    progress.forget("redis", "leaves");
    store.execute(
        "UPDATE intake_node SET seen_at = seen_at - ? * interval '1 second' WHERE node = 'dies'",
        11);

    assertThat(progress.nodes()).isEmpty();
  }

  private static Note note(String node, Map<String, String> checkpoints) {
    return new Note("redis", node, IntakeHealth.up(OptionalLong.of(3)), 1, checkpoints);
  }
}
