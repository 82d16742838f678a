package dev.patchbay.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.store.Poll;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcNodeRegistryIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private final TestStore store = TestStore.create();
  private final JdbcNodeRegistry first = new JdbcNodeRegistry(store.database());
  private final JdbcNodeRegistry second = new JdbcNodeRegistry(store.database());
  private final JdbcDeliveryQueue queue = new JdbcDeliveryQueue(store.database());

  @AfterEach
  void close() {
    first.close();
    second.close();
    store.close();
  }

  @Test
  void aNodeWhoseProcessDiedLosesItsLanesLongBeforeItsLeaseEnds() {
    var owner = first.register("first", Set.of("all"), LONG);
    store.enqueue(store.createLane(), 1, "k");
    var lost = queue.acquire(owner, 10).getFirst();
    var heir = second.register("second", Set.of("all"), LONG);
    assertThat(queue.acquire(heir, 10)).isEmpty();
    cutSessionOf(owner);
    Poll.until(() -> !queue.acquire(heir, 10).isEmpty());
    assertThat(queue.newPass(lost)).isEmpty();
  }

  @Test
  void aNodeThatOnlyLostItsConnectionLivesOnWithTheNextHeartbeat() {
    var node = first.register("first", Set.of("all"), LONG);
    cutSessionOf(node);
    assertThat(first.heartbeat(node, LONG)).isTrue();
    store.enqueue(store.createLane(), 1, "k");
    assertThat(queue.acquire(node, 10)).hasSize(1);
    var other = second.register("second", Set.of("all"), LONG);
    assertThat(queue.acquire(other, 10)).isEmpty();
  }

  @Test
  void aLeaseThatEndedIsNotRenewed() {
    var node = first.register("first", Set.of("all"), Duration.ofMillis(1));
    Poll.until(() -> store.number("SELECT count(*) FROM node WHERE expires_at < now()") == 1);
    assertThat(first.heartbeat(node, LONG)).isFalse();
  }

  @Test
  void everyRegistrationIsANewNode() {
    var node = first.register("first", Set.of("api", "connector"), LONG);
    assertThat(first.register("first", Set.of("all"), LONG)).isGreaterThan(node);
    assertThat(store.text("SELECT roles FROM node WHERE node_id = ?", node))
        .isEqualTo("api,connector");
  }

  @Test
  void leavingFreesTheNodesLanesAndItsRow() {
    var node = first.register("first", Set.of("all"), LONG);
    first.leave(node);
    assertThat(store.number("SELECT count(*) FROM node")).isZero();
    assertThat(first.heartbeat(node, LONG)).isFalse();
  }

  private void cutSessionOf(long node) {
    store.number(
        """
        SELECT count(pg_terminate_backend(pid)) FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 4242 AND objid = ?
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """,
        node);
    Poll.until(
        () ->
            store.number(
                    """
                    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 4242
                      AND objid = ?
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """,
                    node)
                == 0);
  }
}
