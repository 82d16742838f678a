package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.delivery.queue.DeliveryQueue;
import dev.patchbay.core.delivery.queue.DeliveryQueueContract;
import dev.patchbay.core.delivery.queue.NodeRegistry;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.TestStore;
import org.junit.jupiter.api.AfterEach;

class JdbcDeliveryQueueIT extends DeliveryQueueContract {
  private final TestStore store = TestStore.create();
  private final NodeRegistry nodes = new JdbcNodeRegistry(store.database());
  private final NodeRegistry otherNodes = new JdbcNodeRegistry(store.database());

  @AfterEach
  void close() {
    nodes.close();
    otherNodes.close();
    store.close();
  }

  @Override
  public DeliveryQueue queue() {
    return new JdbcDeliveryQueue(store.database());
  }

  @Override
  public DeliveryDesk desk() {
    return new JdbcDeliveryDesk(store.database());
  }

  @Override
  public NodeRegistry nodes() {
    return nodes;
  }

  @Override
  public NodeRegistry otherNodes() {
    return otherNodes;
  }

  @Override
  public int createLane() {
    return store.createLane();
  }

  @Override
  public long enqueue(int lane, int route, String key) {
    return store.enqueue(lane, route, key);
  }

  @Override
  public DeliveryState stateOf(int lane, long seq) {
    return store.stateOf(lane, seq);
  }
}
