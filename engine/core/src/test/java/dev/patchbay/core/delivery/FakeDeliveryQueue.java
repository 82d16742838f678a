package dev.patchbay.core.delivery;

import static dev.patchbay.model.delivery.DeliveryState.CANCELLED;
import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.SUPERSEDED;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;

import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lanes in memory, with their desk. Passes the contract that the real queue passes. */
public final class FakeDeliveryQueue implements DeliveryQueue, DeliveryDesk, EventsOfKey {
  private final SteppedClock clock;
  private final Map<Integer, FakeLane> lanes = new TreeMap<>();
  private final Map<Long, Instant> nodes = new HashMap<>();
  private final List<Past> past = new ArrayList<>();
  private int brokenCalls;

  public FakeDeliveryQueue(SteppedClock clock) {
    this.clock = clock;
  }

  /** The next so many calls fail as a lost database does. */
  public void breakDown(int calls) {
    brokenCalls = calls;
  }

  private Instant now() {
    if (brokenCalls > 0) {
      brokenCalls--;
      throw new IllegalStateException("the database is gone");
    }
    clock.advance(Duration.ofNanos(1_000));
    return clock.instant();
  }

  public synchronized int createLane() {
    var id = lanes.size() + 1;
    lanes.put(id, new FakeLane(id, id));
    return id;
  }

  public synchronized long enqueue(int lane, int route, String key, byte[] payload) {
    return lane(lane).add(route, key, payload).seq;
  }

  public synchronized DeliveryState stateOf(int lane, long seq) {
    var row = lane(lane).rows.get(seq);
    return row == null ? Objects.requireNonNull(lane(lane).finished.get(seq)) : row.state;
  }

  public synchronized @Nullable String causeOf(int lane, long seq) {
    return Objects.requireNonNull(lane(lane).rows.get(seq)).cause;
  }

  /** Outcomes of the lane's attempts so far, in order; OPEN for one without. */
  public synchronized List<String> attempts(int lane) {
    return lane(lane).attempts.stream()
        .map(attempt -> attempt.outcome == null ? "OPEN" : attempt.outcome)
        .toList();
  }

  synchronized void alive(long node, Instant until) {
    nodes.put(node, until);
  }

  synchronized boolean aliveUntil(long node, Instant now) {
    return nodes.getOrDefault(node, Instant.MIN).isAfter(now);
  }

  private FakeLane lane(int id) {
    return Objects.requireNonNull(lanes.get(id));
  }

  private @Nullable FakeLane owned(LaneLease lease) {
    now();
    var lane = lane(lease.lane());
    return lane.fence == lease.fence() ? lane : null;
  }

  @Override
  public synchronized List<LaneLease> acquire(long node, int most) {
    var now = now();
    var taken = new ArrayList<LaneLease>();
    for (var lane : lanes.values()) {
      if (aliveUntil(node, now) && taken.size() < most && free(lane, now)) {
        lane.owner = node;
        lane.fence++;
        holdOpenAttempt(lane);
        taken.add(new LaneLease(lane.id, lane.target, lane.fence));
      }
    }
    return taken;
  }

  private boolean free(FakeLane lane, Instant now) {
    if (lane.owner != null) {
      return !aliveUntil(lane.owner, now);
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
  public synchronized void release(LaneLease lease) {
    var lane = owned(lease);
    if (lane != null) {
      lane.owner = null;
    }
  }

  @Override
  public synchronized Optional<OpenAttempt> openAttempt(LaneLease lease) {
    var now = now();
    return Optional.ofNullable(lane(lease.lane()).open())
        .map(open -> new OpenAttempt(open.intent, now));
  }

  @Override
  public synchronized Optional<Pass> newPass(LaneLease lease) {
    var lane = owned(lease);
    return lane == null
        ? Optional.empty()
        : Optional.of(new Pass(lane.round, lane.wake, now(), lane.paused));
  }

  @Override
  public synchronized List<QueuedDelivery> fetch(
      LaneLease lease, Pass pass, long after, Set<Integer> heldRoutes, int limit) {
    var lane = owned(lease);
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
  public synchronized boolean intend(LaneLease lease, Pass pass, Intent intent) {
    var lane = owned(lease);
    if (lane == null || lane.round != pass.round() || lane.paused || lane.open() != null) {
      return false;
    }
    lane.attempts.add(new FakeLane.Attempt(intent));
    return true;
  }

  @Override
  public synchronized boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    var lane = owned(lease);
    var open = lane == null ? null : lane.open(intent);
    if (lane == null || open == null) {
      return false;
    }
    lane.end(open, "APPLIED", now());
    open.clean = clean;
    for (var row : lane.rowsOf(intent).toList()) {
      past.add(new Past(row.key, row.seq, row.route, row.payload));
      lane.finish(row, intent.covers().contains(row.seq) ? SUPERSEDED : DELIVERED);
    }
    lane.marks.putAll(marks);
    lane.attempts.stream()
        .filter(attempt -> retired.contains(attempt.intent.token()))
        .forEach(attempt -> attempt.retired = true);
    return true;
  }

  @Override
  public synchronized boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    var lane = owned(lease);
    var open = lane == null ? null : lane.open(intent);
    if (lane == null || open == null) {
      return false;
    }
    lane.end(open, "NOT_APPLIED", now());
    open.retired = true;
    carryOut(lane, pass, verdicts);
    return true;
  }

  private void carryOut(FakeLane lane, Pass pass, List<Verdict> verdicts) {
    var start = now().isAfter(pass.scan()) ? now() : pass.scan();
    for (var verdict : verdicts) {
      var row = lane.rows.get(verdict.seq());
      if (row != null && row.state != DEAD) {
        carryOut(row, start, verdict);
      }
    }
  }

  private static void carryOut(FakeLane.Row row, Instant start, Verdict verdict) {
    row.cause = verdict.cause().message();
    switch (verdict) {
      case Verdict.BackOff(_, _, var pause) -> {
        row.tries++;
        row.state = PENDING;
        row.dueAt = start.plus(pause);
      }
      case Verdict.Wait(_, _, var pause) -> {
        row.state = PENDING;
        row.dueAt = start.plus(pause);
      }
      case Verdict.Park _ -> {
        row.tries++;
        row.state = DEAD;
        row.dueAt = null;
      }
    }
  }

  @Override
  public synchronized boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    var lane = owned(lease);
    if (lane == null || lane.open(intent) == null) {
      return false;
    }
    lane.rowsOf(intent).filter(row -> row.state == PENDING).forEach(FakeDeliveryQueue::hold);
    return true;
  }

  @Override
  public synchronized boolean voided(LaneLease lease, Intent intent) {
    var lane = owned(lease);
    var open = lane == null ? null : lane.open(intent);
    if (lane == null || open == null) {
      return false;
    }
    lane.end(open, "VOID", now());
    for (var row : lane.rowsOf(intent).toList()) {
      row.state = PENDING;
      row.dueAt = now();
    }
    return true;
  }

  @Override
  public synchronized boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts) {
    var lane = owned(lease);
    if (lane == null || lane.open() != null) {
      return false;
    }
    carryOut(lane, pass, verdicts);
    return true;
  }

  @Override
  public synchronized boolean supersede(LaneLease lease, List<Long> seqs) {
    var lane = owned(lease);
    if (lane == null || lane.open() != null) {
      return false;
    }
    seqs.stream()
        .map(lane.rows::get)
        .filter(row -> row != null && row.state == PENDING)
        .forEach(row -> lane.finish(row, SUPERSEDED));
    return true;
  }

  @Override
  public synchronized List<Token> retirable(
      LaneLease lease, Duration clean, Duration doubtful, int most) {
    var now = now();
    return lane(lease.lane()).attempts.stream()
        .filter(attempt -> attempt.outcome != null && !attempt.retired)
        .filter(attempt -> attempt.endedAt.isBefore(now.minus(attempt.clean ? clean : doubtful)))
        .filter(attempt -> !guardsAnother(attempt, now.minus(doubtful)))
        .limit(most)
        .map(attempt -> attempt.intent.token())
        .toList();
  }

  private boolean guardsAnother(FakeLane.Attempt attempt, Instant doubtfulSince) {
    return lanes.values().stream()
        .flatMap(lane -> lane.attempts.stream())
        .filter(other -> other != attempt && other.hasNumberOf(attempt))
        .anyMatch(other -> other.doubtful() && !other.endedAt.isBefore(doubtfulSince));
  }

  @Override
  public synchronized boolean sleep(LaneLease lease, Pass pass) {
    var lane = owned(lease);
    if (lane == null || lane.wake != pass.wake()) {
      return false;
    }
    lane.due = nextDue(lease).isPresent();
    return true;
  }

  @Override
  public synchronized Optional<Instant> nextDue(LaneLease lease) {
    return lane(lease.lane()).rows.values().stream()
        .filter(row -> row.state == PENDING)
        .map(row -> row.dueAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  @Override
  public synchronized boolean retry(int lane, long seq) {
    var row = lane(lane).rows.get(seq);
    if (row == null || row.state != DEAD) {
      return false;
    }
    row.state = PENDING;
    row.tries = 0;
    row.dueAt = now();
    lane(lane).changedByOthers();
    return true;
  }

  @Override
  public synchronized boolean cancel(int lane, long seq) {
    var row = lane(lane).rows.get(seq);
    var open = lane(lane).open();
    if (row == null || row.state == UNKNOWN || (open != null && open.holds(seq))) {
      return false;
    }
    lane(lane).finish(row, CANCELLED);
    lane(lane).changedByOthers();
    return true;
  }

  @Override
  public synchronized void pause(Set<Integer> targets, boolean paused) {
    lanes.values().stream()
        .filter(lane -> targets.contains(lane.target))
        .forEach(
            lane -> {
              lane.paused = paused;
              lane.changedByOthers();
            });
  }

  @Override
  public synchronized void trigger(Set<Integer> targets) {
    var now = now();
    for (var lane : lanes.values()) {
      if (targets.contains(lane.target)) {
        lane.changedByOthers();
        lane.rows.values().stream()
            .filter(row -> row.state == PENDING && row.waits(now))
            .forEach(row -> row.dueAt = now);
      }
    }
  }

  @Override
  public synchronized List<Past> of(int lane, Set<String> keys) {
    return past.stream().filter(event -> keys.contains(event.key())).toList();
  }
}
