package dev.patchbay.core.delivery;

import dev.patchbay.model.delivery.DeliveryState;

class FakeDeliveryQueueTest extends DeliveryQueueContract {
  private static final byte[] NOTHING = {};
  private final SteppedClock clock = new SteppedClock();
  private final FakeDeliveryQueue queue = new FakeDeliveryQueue(clock);
  private final FakeNodes nodes = new FakeNodes(queue, clock);

  @Override
  protected DeliveryQueue queue() {
    return queue;
  }

  @Override
  protected DeliveryDesk desk() {
    return queue;
  }

  @Override
  protected NodeRegistry nodes() {
    return nodes;
  }

  @Override
  protected NodeRegistry otherNodes() {
    return nodes;
  }

  @Override
  protected int createLane() {
    return queue.createLane();
  }

  @Override
  protected long enqueue(int lane, int route, String key) {
    return queue.enqueue(lane, route, key, NOTHING);
  }

  @Override
  protected DeliveryState stateOf(int lane, long seq) {
    return queue.stateOf(lane, seq);
  }
}
