package dev.patchbay.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.EventsOfKey.Past;
import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.spi.Token;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbcEventsOfKeyIT {
  private static final int ROUTE = 7;

  @Test
  void findsWhatWasDeliveredOrSupersededAndNothingElse() {
    try (var store = TestStore.create();
        var nodes = new JdbcNodeRegistry(store.database())) {
      var lane = store.createLane();
      var old = store.enqueue(lane, ROUTE, "k");
      var fresh = store.enqueue(lane, ROUTE, "k");
      var cancelled = store.enqueue(lane, ROUTE, "k");
      store.enqueue(lane, ROUTE, "k");
      var queue = new JdbcDeliveryQueue(store.database());
      var node = nodes.register("node", Set.of("all"), Duration.ofSeconds(30));
      var lease = queue.acquire(node, 1).getFirst();
      new JdbcDeliveryDesk(store.database()).cancel(lane, cancelled);
      var intent =
          new Intent(new Token(1, TestStore.uuid()), List.of(fresh), List.of(old), new byte[1]);
      queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
      queue.applied(lease, intent, true, "sheet", Map.of(), List.of());

      var past = new JdbcEventsOfKey(store.database()).of(lane, Set.of("k", "other"));

      assertThat(past).extracting(Past::seq).containsExactlyInAnyOrder(old, fresh);
      assertThat(past).allMatch(event -> event.route() == ROUTE && event.payload().length > 0);
    }
  }
}
