package dev.patchbay.core.delivery.queue;

import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;
import static java.util.stream.Collectors.toMap;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A queue on lanes in memory. Passes the contract that the real one passes. */
public record FakeDeliveryQueue(FakeLanes lanes) implements DeliveryQueue {
  @Override
  public List<LaneLease> acquire(long node, int most) {
    synchronized (lanes) {
      var now = lanes.now();
      var taken = new ArrayList<LaneLease>();
      for (var lane : lanes.all()) {
        if (lanes.aliveUntil(node, now) && taken.size() < most && free(lane, now)) {
          lane.owner = node;
          lane.fence++;
          holdOpenAttempt(lane);
          taken.add(new LaneLease(lane.id, lane.target, lane.fence));
        }
      }
      return taken;
    }
  }

  private boolean free(FakeLane lane, Instant now) {
    if (lane.owner != null) {
      return !lanes.aliveUntil(lane.owner, now);
    }
    return (lane.due && !lane.paused) || lane.open() != null;
  }

  private static void holdOpenAttempt(FakeLane lane) {
    var open = lane.open();
    if (open != null) {
      lane.rowsOf(open.intent).filter(row -> row.state == PENDING).forEach(FakeDeliveryQueue::hold);
    }
  }

  private static void hold(FakeLane.Row row) {
    row.state = UNKNOWN;
    row.dueAt = Instant.MAX;
  }

  @Override
  public int share(long node) {
    synchronized (lanes) {
      var now = lanes.now();
      long worked =
          lanes.all().stream()
              .filter(lane -> lane.owner != null || (lane.due && !lane.paused))
              .count();
      return Math.max(1, Math.ceilDiv(Math.toIntExact(worked), Math.max(1, lanes.alive(now))));
    }
  }

  @Override
  public void release(LaneLease lease) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane != null) {
        lane.owner = null;
      }
    }
  }

  @Override
  public void giveBackOthers(long node, Set<Integer> worked) {
    synchronized (lanes) {
      for (var lane : lanes.all()) {
        if (Objects.equals(lane.owner, node) && !worked.contains(lane.id)) {
          lane.owner = null;
          lane.due = true;
        }
      }
    }
  }

  @Override
  public void handOver(LaneLease lease) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane != null) {
        lane.owner = null;
        lane.due = true;
      }
    }
  }

  @Override
  public Optional<OpenAttempt> openAttempt(LaneLease lease) {
    synchronized (lanes) {
      var now = lanes.now();
      var lane = lanes.lane(lease.lane());
      return Optional.ofNullable(lane.open())
          .map(
              open ->
                  new OpenAttempt(
                      open.intent,
                      now,
                      lane.rowsOf(open.intent).collect(toMap(row -> row.seq, row -> row.tries)),
                      Optional.ofNullable(open.reason)));
    }
  }

  @Override
  public Optional<Pass> newPass(LaneLease lease) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      return lane == null
          ? Optional.empty()
          : Optional.of(new Pass(lane.round, lane.wake, lanes.now(), lane.paused, nextDue(lane)));
    }
  }

  @Override
  public Optional<PassStart> beginPass(LaneLease lease, Set<Integer> heldRoutes, int limit) {
    return newPass(lease)
        .map(
            pass ->
                new PassStart(
                    pass, pass.paused() ? List.of() : fetch(lease, pass, 0, heldRoutes, limit)));
  }

  @Override
  public List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane == null || lane.round != pass.round()) {
        return List.of();
      }
      var waitingKeys = new HashSet<String>();
      var found = new ArrayList<QueuedDelivery>();
      for (var row : lane.rows.values()) {
        if (row.seq > after
            && open(row, pass)
            && !waitingKeys.contains(row.key)
            && !heldRoutes.contains(row.route)
            && found.size() < limit) {
          found.add(queued(lane, row));
        }
        if (row.waits(pass.scan())) {
          waitingKeys.add(row.key);
        }
      }
      return found;
    }
  }

  private static boolean open(FakeLane.Row row, Pass pass) {
    return row.state == PENDING && !row.waits(pass.scan());
  }

  private static QueuedDelivery queued(FakeLane lane, FakeLane.Row row) {
    return new QueuedDelivery(
        row.seq,
        row.route,
        row.event,
        row.key,
        row.tries,
        row.dueAt != null,
        row.payload,
        lane.marks.get(row.key));
  }

  @Override
  public boolean intend(LaneLease lease, Pass pass, Intent intent) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane == null || lane.round != pass.round() || lane.paused || lane.open() != null) {
        return false;
      }
      lane.attempts.add(new FakeLane.Attempt(intent));
      return true;
    }
  }

  @Override
  public boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      var open = lane == null ? null : lane.open(intent);
      if (lane == null || open == null) {
        return false;
      }
      lane.end(open, "APPLIED", lanes.now());
      open.clean = clean;
      for (var row : lane.rowsOf(intent).toList()) {
        lanes.remember(row);
        lane.finish(row, intent.covers().contains(row.seq) ? SUPERSEDED : DELIVERED);
      }
      lane.marks.putAll(marks);
      lane.attempts.stream()
          .filter(attempt -> retired.contains(attempt.intent.token()))
          .forEach(attempt -> attempt.retired = true);
      return true;
    }
  }

  @Override
  public boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      var open = lane == null ? null : lane.open(intent);
      if (lane == null || open == null) {
        return false;
      }
      lane.end(open, "NOT_APPLIED", lanes.now());
      open.retired = true;
      FakeVerdicts.carryOut(lane, pass, lanes.now(), verdicts);
      return true;
    }
  }

  @Override
  public boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      var open = lane == null ? null : lane.open(intent);
      if (lane == null || open == null) {
        return false;
      }
      open.reason = cause.message();
      lane.rowsOf(intent).filter(row -> row.state == PENDING).forEach(FakeDeliveryQueue::hold);
      return true;
    }
  }

  @Override
  public boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      var open = lane == null ? null : lane.open(intent);
      if (lane == null || open == null) {
        return false;
      }
      lane.end(open, "VOID", lanes.now());
      for (var row : lane.rowsOf(intent).toList()) {
        row.state = PENDING;
        row.dueAt = lanes.now();
      }
      FakeVerdicts.carryOut(lane, lanes.now(), verdicts);
      return true;
    }
  }

  @Override
  public boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane == null || lane.open() != null) {
        return false;
      }
      FakeVerdicts.carryOut(lane, pass, lanes.now(), verdicts);
      return true;
    }
  }

  @Override
  public boolean supersede(LaneLease lease, List<Long> seqs) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane == null || lane.open() != null) {
        return false;
      }
      seqs.stream()
          .map(lane.rows::get)
          .filter(row -> row != null && row.state == PENDING)
          .forEach(row -> lane.finish(row, SUPERSEDED));
      return true;
    }
  }

  @Override
  public List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most) {
    synchronized (lanes) {
      var lane = lanes.lane(lease.lane());
      return new FakeTokens(lanes.all()).retirable(lane, lanes.now(), clean, doubtful, most);
    }
  }

  @Override
  public boolean sleep(LaneLease lease, Pass pass) {
    synchronized (lanes) {
      var lane = lanes.owned(lease);
      if (lane == null || lane.wake != pass.wake()) {
        return false;
      }
      lane.due = nextDue(lane) != null;
      return true;
    }
  }

  private static @Nullable Instant nextDue(FakeLane lane) {
    return lane.rows.values().stream()
        .filter(row -> row.state == PENDING)
        .map(row -> row.dueAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
