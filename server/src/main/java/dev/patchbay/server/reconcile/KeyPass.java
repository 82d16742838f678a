package dev.patchbay.server.reconcile;

import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.spi.RowAudit.StandingKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which keys stand: compares those that were seen at one moment with those that were delivered.
 * Used by one thread, once.
 */
final class KeyPass {
  private static final int KEYS_AT_ONCE = 1_000;

  private final Scope scope;
  private final Instant before;
  private final StandingKeys standing;
  private final Set<Integer> claimed = new HashSet<>();

  /**
   * A pass.
   *
   * @param before the moment before the keys were seen
   */
  KeyPass(Scope scope, Instant before, StandingKeys standing) {
    this.scope = scope;
    this.before = before;
    this.standing = standing;
  }

  /** Tells what is missing, doubled or unknown, and returns the keys that stand, by lane. */
  SortedMap<Integer, List<String>> run() throws IOException, StoppedRunException {
    var found = new TreeMap<Integer, List<String>>();
    var missing = new TreeMap<Integer, List<String>>();
    for (int lane : scope.target().lanes()) {
      var parted = all(lane).stream().collect(Collectors.partitioningBy(this::stands));
      found.put(lane, List.copyOf(parted.getOrDefault(true, List.of())));
      missing.put(lane, List.copyOf(parted.getOrDefault(false, List.of())));
    }
    scope.tally().expect(count(found) + count(missing));
    for (var lane : missing.entrySet()) {
      for (var some : Scope.pages(lane.getValue())) {
        missing(lane.getKey(), some);
      }
    }
    for (var lane : found.entrySet()) {
      doubled(lane.getValue());
    }
    unknown();
    return found;
  }

  private List<String> all(int lane) {
    var all = new ArrayList<String>();
    for (var page = page(lane, ""); !page.isEmpty(); page = page(lane, page.getLast())) {
      all.addAll(page);
    }
    return all;
  }

  private List<String> page(int lane, String after) {
    return scope.keys().page(lane, after, KEYS_AT_ONCE);
  }

  private static long count(SortedMap<Integer, List<String>> keys) {
    return keys.values().stream().mapToLong(List::size).sum();
  }

  private boolean stands(String key) {
    var rows = standing.rowsOf(key);
    claimed.addAll(rows);
    return !rows.isEmpty();
  }

  private void doubled(List<String> keys) throws IOException {
    for (var key : keys) {
      var rows = standing.rowsOf(key);
      for (int further : rows.subList(1, rows.size())) {
        scope.findings().add(Finding.doubled(key, further));
      }
    }
  }

  private void missing(int lane, List<String> keys) throws IOException, StoppedRunException {
    var settled = scope.keys().settled(lane, new HashSet<>(keys), before);
    for (var key : keys) {
      var newest = settled.get(key);
      if (newest == null) {
        scope.tally().moving();
      } else {
        scope.findings().add(Finding.missing(key, newest.id(lane)));
        scope.findings().amiss(new FoundKey(lane, key, newest.seq()));
      }
      scope.tally().compared();
    }
  }

  private void unknown() throws IOException {
    var strange = new TreeMap<>(standing.all());
    strange.keySet().removeAll(claimed);
    for (int lane : scope.target().lanes()) {
      for (var some : Scope.pages(List.copyOf(strange.values()))) {
        var known = scope.keys().known(lane, new HashSet<>(some));
        strange.values().removeIf(known::contains); // it came while keys were read
      }
    }
    for (var row : strange.entrySet()) {
      scope.findings().add(Finding.unknown(row.getValue(), row.getKey()));
    }
  }
}
