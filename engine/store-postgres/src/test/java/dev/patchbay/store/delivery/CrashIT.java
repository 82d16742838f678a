package dev.patchbay.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.EmbeddedPostgres.RestartMode;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.Poll;
import dev.patchbay.store.StoreException;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database dies and comes back: what was committed stands, what was open is settled. */
class CrashIT {
  private final EmbeddedPostgres server = TestDatabase.ownServer();
  private final TestStore store =
      TestStore.on(
          new DatabaseOptions(
              server.jdbcUrl(),
              server.connectionProperties().getProperty("user"),
              server.connectionProperties().getProperty("password"),
              4));
  private final JdbcNodeRegistry nodes = new JdbcNodeRegistry(store.database());
  private final JdbcDeliveryQueue queue = new JdbcDeliveryQueue(store.database());

  @AfterEach
  void close() {
    nodes.close();
    store.close();
    server.close();
  }

  @Test
  void anIntentSurvivesACrashAndIsSettledBeforeAnythingElse() {
    var lane = store.createLane();
    var sent = store.enqueue(lane, 1, "k");
    var lease = acquire(nodes.register("first", Set.of("all"), Duration.ofMinutes(5)));
    var intent = TestLane.intent(List.of(sent), List.of());
    queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
    server.restart(RestartMode.IMMEDIATE);
    var heir = afterCrash(() -> nodes.register("second", Set.of("all"), Duration.ofMinutes(5)));
    var taken = afterCrash(() -> acquire(heir));
    assertThat(taken.fence()).isGreaterThan(lease.fence());
    assertThat(store.stateOf(lane, sent)).isEqualTo(DeliveryState.UNKNOWN);
    var open = queue.openAttempt(taken).orElseThrow().intent();
    assertThat(open.token()).isEqualTo(intent.token());
    assertThat(queue.applied(taken, open, false, "A1", Map.of(), List.of())).isTrue();
    assertThat(store.stateOf(lane, sent)).isEqualTo(DeliveryState.DELIVERED);
  }

  private LaneLease acquire(long node) {
    return queue.acquire(node, 10).getFirst();
  }

  /** Connections that were open when the server died fail once. */
  private static <T> T afterCrash(Supplier<T> work) {
    var result =
        new Object() {
          @Nullable T value;
        };
    Poll.until(
        () -> {
          try {
            result.value = work.get();
            return true;
          } catch (StoreException _) {
            return false;
          }
        });
    return Objects.requireNonNull(result.value);
  }
}
