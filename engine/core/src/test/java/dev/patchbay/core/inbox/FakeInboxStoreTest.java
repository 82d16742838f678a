package dev.patchbay.core.inbox;

import java.util.List;
import java.util.UUID;

class FakeInboxStoreTest extends InboxStoreContract {
  private final FakeInboxStore store = new FakeInboxStore();

  @Override
  protected InboxStore store() {
    return store;
  }

  @Override
  protected int lane(int part) {
    return 10 + part;
  }

  @Override
  protected int route() {
    return 1;
  }

  @Override
  protected List<UUID> deliveries(int lane) {
    return store.deliveries(lane);
  }
}
