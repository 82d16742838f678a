package dev.patchbay.core.delivery.queue;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.model.delivery.DeliveryState;

class FakeDeliveryQueueTest extends DeliveryQueueContract {
  private static final byte[] NOTHING = {};
  private final SteppedClock clock = new SteppedClock();
  private final FakeLanes lanes = new FakeLanes(clock);
  private final FakeDeliveryQueue queue = new FakeDeliveryQueue(lanes);
  private final FakeDeliveryDesk desk = new FakeDeliveryDesk(lanes);
  private final FakeNodes nodes = new FakeNodes(lanes, clock);

  @Override
  public DeliveryQueue queue() {
    return queue;
  }

  @Override
  public DeliveryDesk desk() {
    return desk;
  }

  @Override
  public NodeRegistry nodes() {
    return nodes;
  }

  @Override
  public NodeRegistry otherNodes() {
    return nodes;
  }

  @Override
  public int createLane() {
    return lanes.createLane();
  }

  @Override
  public long enqueue(int lane, int route, String key) {
    return lanes.enqueue(lane, route, key, NOTHING);
  }

  @Override
  public DeliveryState stateOf(int lane, long seq) {
    return lanes.stateOf(lane, seq);
  }
}
