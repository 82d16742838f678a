package dev.patchbay.core.delivery.queue;

import static dev.patchbay.model.delivery.DeliveryState.CANCELLED;
import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;

import dev.patchbay.core.delivery.DeliveryDesk;
import java.util.List;
import java.util.Set;

/** What people do to {@link FakeLanes}, and what they can look up there. */
public record FakeDeliveryDesk(FakeLanes lanes) implements DeliveryDesk, EventsOfKey {
  @Override
  public boolean retry(int lane, long seq) {
    synchronized (lanes) {
      var row = lanes.lane(lane).rows.get(seq);
      if (row == null || row.state != DEAD) {
        return false;
      }
      row.state = PENDING;
      row.tries = 0;
      row.dueAt = lanes.now();
      lanes.lane(lane).changedByOthers();
      return true;
    }
  }

  @Override
  public boolean cancel(int lane, long seq) {
    synchronized (lanes) {
      var row = lanes.lane(lane).rows.get(seq);
      var open = lanes.lane(lane).open();
      if (row == null || row.state == UNKNOWN || (open != null && open.holds(seq))) {
        return false;
      }
      lanes.lane(lane).finish(row, CANCELLED);
      lanes.lane(lane).changedByOthers();
      return true;
    }
  }

  @Override
  public void pause(Set<Integer> targets, boolean paused) {
    synchronized (lanes) {
      lanes.all().stream()
          .filter(lane -> targets.contains(lane.target))
          .forEach(
              lane -> {
                lane.paused = paused;
                lane.changedByOthers();
              });
    }
  }

  @Override
  public void trigger(Set<Integer> targets) {
    synchronized (lanes) {
      var now = lanes.now();
      for (var lane : lanes.all()) {
        if (targets.contains(lane.target)) {
          lane.changedByOthers();
          lane.rows.values().stream()
              .filter(row -> row.state == PENDING && row.waits(now))
              .forEach(row -> row.dueAt = now);
        }
      }
    }
  }

  @Override
  public List<Past> of(int lane, Set<String> keys) {
    synchronized (lanes) {
      return lanes.past().stream().filter(event -> keys.contains(event.key())).toList();
    }
  }
}
