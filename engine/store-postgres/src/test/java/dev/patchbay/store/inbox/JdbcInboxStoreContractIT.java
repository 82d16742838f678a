package dev.patchbay.store.inbox;

import dev.patchbay.core.inbox.InboxStore;
import dev.patchbay.core.inbox.InboxStoreContract;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class JdbcInboxStoreContractIT extends InboxStoreContract {
  private final TestStore store = TestStore.create();
  private final InboxStore inbox = new JdbcInboxStore(store.database(), () -> 0);
  private final Map<Integer, Integer> lanes = new HashMap<>();
  private final int route = store.createRoute(store.createLane(), "route");

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected InboxStore store() {
    return inbox;
  }

  @Override
  protected int lane(int part) {
    return lanes.computeIfAbsent(part, _ -> store.createLane());
  }

  @Override
  protected int route() {
    return route;
  }

  @Override
  protected List<UUID> deliveries(int lane) {
    return store
        .database()
        .run(
            c ->
                Command.of("SELECT event FROM delivery WHERE lane_id = ? ORDER BY seq", lane)
                    .list(c, row -> row.getObject("event", UUID.class)));
  }
}
