package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.DeliveryQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane of this node with the thread that works it. */
final class OwnedLane {
  private static final Logger LOG = LoggerFactory.getLogger(OwnedLane.class);

  private final LaneWorker worker;
  private final DeliveryQueue queue;
  private final LaneSignal signal = new LaneSignal();
  private final Thread thread;
  private volatile boolean lost;
  private volatile boolean wanted;

  /**
   * Starts to work the lane.
   *
   * @param before the same lane under an older lease, which may still have a call in flight
   * @param ended told when the thread ends
   */
  OwnedLane(LaneWorker worker, DeliveryQueue queue, @Nullable OwnedLane before, Runnable ended) {
    this.worker = worker;
    this.queue = queue;
    this.thread =
        Thread.ofVirtual()
            .name("lane-" + worker.lease().lane())
            .unstarted(() -> run(before, ended));
  }

  void start() {
    thread.start();
  }

  void wake() {
    signal.wake();
  }

  /** Ends after the step at hand and gives the lane back. */
  void stop() {
    signal.stop();
  }

  /** Ends after the step at hand and lets another node have the lane. */
  void handOver() {
    wanted = true;
    signal.stop();
  }

  /** Ends after the step at hand; the lane is somebody else's. */
  void drop() {
    lost = true;
    signal.stop();
  }

  /** Waits for the thread to end; false if it did not within that time. */
  boolean join(Duration time) throws InterruptedException {
    return thread.join(time);
  }

  private void run(@Nullable OwnedLane before, Runnable ended) {
    try {
      if (before != null) {
        before.thread.join();
      }
      work();
    } catch (InterruptedException stop) {
      LOG.debug("lane {} interrupted", worker.lease().lane());
    } finally {
      ended.run();
    }
  }

  private void work() throws InterruptedException {
    while (!signal.stopped()) {
      switch (worker.step()) {
        case Next.Again _ -> {}
        case Next.Wait wait -> signal.await(wait);
        case Next.Drop _ -> {
          return;
        }
      }
    }
    giveBack();
  }

  private void giveBack() {
    if (lost) {
      return;
    }
    try {
      if (wanted) {
        queue.handOver(worker.lease());
      } else {
        queue.release(worker.lease());
      }
    } catch (RuntimeException broken) { // the lease ends by itself
      LOG.warn("lane {} was not given back", worker.lease().lane(), broken);
    }
  }
}
