package dev.patchbay.store.model;

import dev.patchbay.model.delivery.DeliveryState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was accepted, what the far side was seen to apply, and what must hold between the two. Pure:
 * it knows neither hub nor database.
 */
final class Book {
  private final int upsertLane;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<Integer, Long> lastSeq = new HashMap<>();
  private final Map<Integer, Long> fences = new HashMap<>();
  private final Set<String> applied = new HashSet<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Set<String> retried = new HashSet<>();
  private final Set<String> mayRepeat = new HashSet<>();
  private final Map<String, Fact> standing = new HashMap<>();
  private final Map<String, Long> lastApplied = new HashMap<>();
  private final Map<String, DeliveryState> finished = new HashMap<>();
  private final Set<String> doubtfulCells = new HashSet<>();

  Book(int upsertLane) {
    this.upsertLane = upsertLane;
  }

  long nextSeq(int lane) {
    return lastSeq.getOrDefault(lane, 0L) + 1;
  }

  void accepted(Fact fact) {
    facts.put(fact.id(), fact);
    lastSeq.put(fact.lane(), fact.seq());
  }

  List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  boolean knows(String id) {
    return facts.containsKey(id);
  }

  void cancelled(Fact fact) {
    cancelled.add(fact.id());
  }

  void retried(Fact fact) {
    retried.add(fact.id());
  }

  /** I1. */
  void owned(int lane, long fence) {
    var before = fences.put(lane, fence);
    if (before != null && before >= fence) {
      throw new Violation("I1", "fence " + fence + " of lane " + lane + " after " + before);
    }
  }

  /** The far side wrote a cell that an append target gets once for each event. */
  void appended(String id) {
    var fact = seen(id);
    if (!applied.add(id) && !mayRepeat.contains(id)) {
      throw new Violation("I5", "appended twice: " + fact);
    }
    var last = lastApplied.merge(fact.lane() + fact.key(), fact.seq(), Math::max);
    if (last > fact.seq() && !retried.contains(id)) {
      throw new Violation("I6", "appended after number " + last + " of its key: " + fact);
    }
  }

  /** The far side wrote a cell of a row. */
  void wrote(String key, String column, String id) {
    var fact = seen(id);
    applied.add(id);
    doubtfulCells.remove(key + "/" + column);
    var before = standing.put(key + "/" + column, fact);
    if (before == null) {
      return;
    }
    if (before.id().equals(id) && !mayRepeat.contains(id)) {
      throw new Violation("I5", "written twice: " + column + " of " + fact);
    }
    if (before.newerThan(fact) && !mayRepeat.contains(before.id())) {
      throw new Violation("I7", column + " goes back from " + before + " to " + fact);
    }
  }

  private Fact seen(String id) {
    var fact = facts.get(id);
    if (fact == null) {
      throw new Violation("I11", "applied, but never accepted: " + id);
    }
    if (cancelled.contains(id)) {
      throw new Violation("I12", "applied after it was cancelled: " + fact);
    }
    return fact;
  }

  /** I4, I10, and that the hub knows what it accepted. */
  void compare(Map<String, DeliveryState> stored) {
    for (var fact : facts.values()) {
      var state = stored.get(fact.lane() + "/" + fact.seq());
      if (state == null) {
        throw new Violation("I11", "accepted, and gone: " + fact);
      }
      var before = finished.get(fact.id());
      if (before != null && before != state) {
        throw new Violation("I4", "was " + before + " and is " + state + ": " + fact);
      }
      if (isFinal(state)) {
        finished.put(fact.id(), state);
        atTheEnd(fact, state);
      }
    }
  }

  private static boolean isFinal(DeliveryState state) {
    return switch (state) {
      case DELIVERED, SUPERSEDED, CANCELLED -> true;
      case PENDING, UNKNOWN, DEAD -> false;
    };
  }

  /** I5 and I12. */
  private void atTheEnd(Fact fact, DeliveryState state) {
    if (state == DeliveryState.DELIVERED && !applied.contains(fact.id())) {
      throw new Violation("I5", "DELIVERED, but nowhere to be found: " + fact);
    }
    if (state != DeliveryState.DELIVERED
        && applied.contains(fact.id())
        && !mayRepeat.contains(fact.id())) {
      throw new Violation("I12", state + ", but was applied: " + fact);
    }
  }

  /** I7 at the end: the last accepted value of every cell stands. */
  void compareCells(Set<String> deadIds) {
    var newest = new HashMap<String, Fact>();
    for (var fact : facts.values()) {
      if (fact.lane() == upsertLane
          && !cancelled.contains(fact.id())
          && !deadIds.contains(fact.id())) {
        fact.columns()
            .forEach(
                column ->
                    newest.merge(
                        fact.key() + "/" + column, fact, (a, b) -> a.newerThan(b) ? a : b));
      }
    }
    newest.forEach(this::compareCell);
  }

  private void compareCell(String cell, Fact expected) {
    if (!doubtfulCells.contains(cell) && !Objects.equals(standing.get(cell), expected)) {
      throw new Violation("I7", cell + " should be " + expected + ", is " + standing.get(cell));
    }
  }

  /** A copy of what the hub knew at this moment, to go back to. */
  Memory remember() {
    return new Memory(
        Set.copyOf(facts.keySet()),
        Map.copyOf(lastSeq),
        new HashMap<>(standing),
        Set.copyOf(cancelled),
        Map.copyOf(finished));
  }

  record Memory(
      Set<String> facts,
      Map<Integer, Long> lastSeq,
      Map<String, Fact> standing,
      Set<String> cancelled,
      Map<String, DeliveryState> finished) {}

  /**
   * The database was restored. What was accepted since is forgotten; what was not finished then may
   * come once more; cells that were written since may go back to what the hub knows.
   *
   * @param stored states in the restored database
   * @return the facts that are forgotten
   */
  List<Fact> goBackTo(Memory memory, Map<String, DeliveryState> stored) {
    var forgotten = new ArrayList<Fact>();
    for (var fact : List.copyOf(facts.values())) {
      if (!memory.facts().contains(fact.id())) {
        forgotten.add(fact);
        facts.remove(fact.id());
      } else if (!isFinal(Objects.requireNonNull(stored.get(fact.lane() + "/" + fact.seq())))) {
        mayRepeat.add(fact.id());
      }
    }
    lastSeq.clear();
    lastSeq.putAll(memory.lastSeq());
    fences.clear();
    lastApplied.clear();
    cancelled.retainAll(memory.cancelled());
    finished.clear();
    finished.putAll(memory.finished());
    cellsGoBackTo(memory);
    return forgotten;
  }

  private void cellsGoBackTo(Memory memory) {
    for (var cell : Set.copyOf(standing.keySet())) {
      var before = memory.standing().get(cell);
      if (!Objects.equals(before, standing.get(cell))) {
        doubtfulCells.add(cell);
        put(cell, before);
      }
    }
  }

  private void put(String cell, @Nullable Fact fact) {
    if (fact == null) {
      standing.remove(cell);
    } else {
      standing.put(cell, fact);
    }
  }
}
