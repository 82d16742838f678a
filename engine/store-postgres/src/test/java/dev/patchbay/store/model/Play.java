package dev.patchbay.store.model;

import dev.patchbay.core.delivery.Stage;
import dev.patchbay.model.delivery.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out one sequence and looks whether everything held. */
final class Play {
  private static final int CHECK_EVERY = 15;
  private static final int MOST_ROUNDS = 60;
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration[] JUMPS = {
    Duration.ofMinutes(1), Duration.ofMinutes(6), Duration.ofMinutes(40), Duration.ofHours(26)
  };

  private final World world;
  private final Inflow inflow;
  private Book.@Nullable Memory memory;

  private Play(World world, String prefix) {
    this.world = world;
    this.inflow = new Inflow(world, prefix);
  }

  /** Plays a sequence on lanes of its own. */
  static void sequence(ModelDatabase database, Defect defect, long seed, List<Move> moves) {
    var world = new World(database, defect, seed);
    try {
      new Play(world, Long.toHexString(seed) + "-" + world.upsertLane + "-").play(moves);
    } finally {
      database.forget(world.lanes);
    }
  }

  private void play(List<Move> moves) {
    var played = 0;
    for (var move : moves) {
      carryOut(move, null);
      if (++played % CHECK_EVERY == 0) {
        check();
      }
    }
    finish();
  }

  private void carryOut(Move move, @Nullable ModelProcess interrupted) {
    switch (move.kind()) {
      case INGEST -> inflow.ingest(move);
      case STEP -> step(process(move.a()), move.b());
      case RUN -> run(process(move.a()));
      case STEP_ZOMBIE -> stepZombie(move);
      case CRASH -> crash(process(move.a()));
      case CRASH_AT_STAGE -> process(move.a()).dieAt(stage(move.b()));
      case LOSE_LEASE -> loseLease(move, interrupted);
      case INTERLEAVE -> interleave(move);
      case FAR_ANSWERS -> world.far.willAnswer(of(Far.Answer.values(), move.a()));
      case RESOLVE_FAILS -> world.far.willDoubt(of(Far.Doubt.values(), move.a()));
      case LATE_ARRIVES -> world.far.lateArrives(move.a());
      case PAUSE -> pause(move.a());
      case RESUME -> resume();
      case RETRY -> retry(move.a());
      case CANCEL -> cancel(move.a());
      case TRIGGER -> world.desk.trigger(targets());
      case CLOCK_JUMPS -> world.advance(of(JUMPS, move.a()));
      case DATABASE_FAILS -> failDatabase(move);
      case SNAPSHOT -> snapshot();
      case RESTORE -> restore();
      case COLLIDE -> world.collide(move.a());
      case CREDENTIAL -> world.mendCredential();
      case BAD_ROWS_MENDED -> world.far.takesBadRows();
    }
  }

  private static <T> T of(T[] values, int which) {
    return values[which % values.length];
  }

  private static Stage stage(int which) {
    return of(
        new Stage[] {Stage.AFTER_INTENT, Stage.AFTER_SEND, Stage.BEFORE_OUTCOME_COMMIT}, which);
  }

  private ModelProcess process(int which) {
    return world.processes.get(which % world.processes.size());
  }

  private void step(ModelProcess process, int which) {
    if (process.unavailable()) {
      return;
    }
    try {
      if (!process.hasLanes() || which % 8 == 0) {
        process.acquire(world.book);
      }
      if (process.hasLanes()) {
        process.step(which);
      }
    } catch (Crash death) {
      crash(process);
    }
  }

  private void run(ModelProcess process) {
    if (process.unavailable()) {
      return;
    }
    try {
      process.acquire(world.book);
      process.settle();
    } catch (Crash death) {
      crash(process);
    }
  }

  private void stepZombie(Move move) {
    world.zombies.removeIf(zombie -> !zombie.alive() || !zombie.hasLanes());
    if (world.zombies.isEmpty()) {
      return;
    }
    var zombie = world.zombies.get(move.a() % world.zombies.size());
    if (!zombie.unavailable()) {
      try {
        zombie.step(move.b());
      } catch (Crash death) {
        zombie.die();
      }
    }
  }

  private void crash(ModelProcess process) {
    world.database.killNode(process.node());
    process.die();
    var place = world.processes.indexOf(process);
    if (place >= 0) {
      world.processes.set(place, world.newProcess());
    }
  }

  /** The process goes on and does not know; another starts in its place. */
  private void loseLease(Move move, @Nullable ModelProcess interrupted) {
    var process = interrupted == null || move.a() % 4 == 0 ? process(move.b()) : interrupted;
    var place = world.processes.indexOf(process);
    if (place >= 0) {
      world.database.expireNode(process.node());
      world.zombies.add(process);
      world.processes.set(place, world.newProcess());
    }
  }

  private void interleave(Move move) {
    var process = process(move.a());
    process
        .interruptions()
        .plan(
            of(Interruptions.Point.values(), move.b()),
            () -> move.inner().forEach(inner -> carryOut(inner, process)));
  }

  private void failDatabase(Move move) {
    process(move.a()).interruptions().breakDatabase(1 + move.b() % 5, move.c() % 2 == 0);
  }

  private Set<Integer> targets() {
    return Set.of(
        world.database.laneOf(world.upsertLane).target(),
        world.database.laneOf(world.appendLane).target());
  }

  private void pause(int which) {
    var lane = which % 2 == 0 ? world.upsertLane : world.appendLane;
    world.desk.pause(Set.of(world.database.laneOf(lane).target()), true);
  }

  private void resume() {
    world.desk.pause(targets(), false);
  }

  private void retry(int which) {
    var dead = inState(DeliveryState.DEAD);
    if (!dead.isEmpty()) {
      retry(dead.get(which % dead.size()));
    }
  }

  private void retry(Fact fact) {
    if (world.desk.retry(fact.lane(), fact.seq())) {
      world.book.retried(fact);
    }
  }

  private void cancel(int which) {
    var open = inState(which % 3 == 0 ? DeliveryState.DEAD : DeliveryState.PENDING);
    if (!open.isEmpty()) {
      var fact = open.get(which % open.size());
      if (world.desk.cancel(fact.lane(), fact.seq())) {
        world.book.cancelled(fact);
      }
    }
  }

  private List<Fact> inState(DeliveryState wanted) {
    var states = world.states();
    return world.book.facts().stream()
        .filter(fact -> states.get(fact.lane() + "/" + fact.seq()) == wanted)
        .toList();
  }

  private void snapshot() {
    check();
    world.database.snapshot(world.lanes);
    memory = world.book.remember();
  }

  /** The database comes back as it was; every process starts anew. */
  private void restore() {
    if (memory == null) {
      return;
    }
    check();
    List.copyOf(world.processes).forEach(this::crash);
    world.zombies.forEach(ModelProcess::die);
    var young =
        world.book.facts().stream()
            .filter(fact -> !memory.facts().contains(fact.id()))
            .map(Fact::event)
            .toList();
    world.database.restore(world.lanes, young);
    world.book.goBackTo(memory, world.states());
    world.far.dropLateExcept(world.database.openAttempts(world.lanes));
  }

  private void check() {
    world.book.compare(world.states());
    world.database.check(world.lanes);
  }

  /** Everything heals; in the end nothing is open, nothing is lost, and what is late is refused. */
  private void finish() {
    check();
    world.zombies.forEach(ModelProcess::die);
    world.processes.forEach(process -> process.interruptions().clear());
    world.far.heal();
    resume();
    drain();
    inState(DeliveryState.DEAD).forEach(this::retry);
    drain();
    while (world.far.lateCount() > 0) {
      world.far.lateArrives(0);
    }
    check();
    compareCells();
  }

  private void drain() {
    for (var round = 0; round < MOST_ROUNDS; round++) {
      world.mendCredential();
      for (var process : List.copyOf(world.processes)) {
        run(process);
      }
      if (drained(world.states())) {
        return;
      }
      world.advance(TEN_MINUTES);
    }
    throw new Violation("I11", "something is open and stays open: " + world.states());
  }

  private boolean drained(Map<String, DeliveryState> states) {
    return !states.containsValue(DeliveryState.PENDING)
        && !states.containsValue(DeliveryState.UNKNOWN)
        && world.database.openAttempts(world.lanes).isEmpty();
  }

  private void compareCells() {
    var dead =
        inState(DeliveryState.DEAD).stream().map(Fact::id).collect(Collectors.toUnmodifiableSet());
    world.book.compareCells(dead);
  }
}
