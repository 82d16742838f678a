package dev.patchbay.core.inbox;

import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.model.event.ReceiptStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An inbox store in memory that can fail before or after its commit. Thread-safe. */
public final class FakeInboxStore implements InboxStore {
  /** Where a call fails. */
  public enum Failure {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private record Identity(String source, String id) {}

  private record Known(UUID id, long digest) {}

  private final Map<Identity, Known> keys = new HashMap<>();
  private final Map<Integer, List<UUID>> lanes = new HashMap<>();
  private final List<List<InboxEntry>> calls = new ArrayList<>();
  private final Deque<Failure> failures = new ArrayDeque<>();

  /** Lets the next call fail; several are used up in order. */
  public synchronized void fail(Failure failure) {
    failures.add(failure);
  }

  @Override
  public synchronized Stored store(List<InboxEntry> entries) {
    calls.add(List.copyOf(entries));
    var failure = failures.poll();
    if (failure == Failure.BEFORE_COMMIT) {
      throw new IllegalStateException("connection lost before the commit");
    }
    var stored = commit(entries);
    if (failure == Failure.AFTER_COMMIT) {
      throw new IllegalStateException("connection lost after the commit");
    }
    return stored;
  }

  /** Entries of every call so far. */
  public synchronized List<List<InboxEntry>> calls() {
    return List.copyOf(calls);
  }

  /** Events with a delivery in a lane, in the order of its numbers. */
  public synchronized List<UUID> deliveries(int lane) {
    return List.copyOf(lanes.getOrDefault(lane, List.of()));
  }

  private Stored commit(List<InboxEntry> entries) {
    var status = new ArrayList<ReceiptStatus>();
    var fresh = new HashSet<UUID>();
    var awakened = new TreeSet<Integer>();
    for (var entry : entries) {
      var fate = fate(entry, fresh);
      status.add(fate);
      if (fate == ReceiptStatus.ACCEPTED) {
        entry.routed().forEach(routed -> awakened.add(routed.lane()));
      }
    }
    entries.stream().filter(entry -> fresh.contains(entry.id())).forEach(this::deliver);
    return new Stored(status, awakened);
  }

  private ReceiptStatus fate(InboxEntry entry, Set<UUID> fresh) {
    if (!entry.faults().isEmpty()) {
      return ReceiptStatus.QUARANTINED;
    }
    var envelope = entry.envelope();
    var key = new Identity(envelope.source(), envelope.id());
    var known = keys.get(key);
    if (known == null) {
      keys.put(key, new Known(entry.id(), envelope.digest().orElseThrow()));
      fresh.add(entry.id());
      return ReceiptStatus.ACCEPTED;
    }
    if (known.id().equals(entry.id())) {
      return ReceiptStatus.ACCEPTED;
    }
    return known.digest() == envelope.digest().orElseThrow()
        ? ReceiptStatus.DUPLICATE
        : ReceiptStatus.CONFLICT;
  }

  private void deliver(InboxEntry entry) {
    for (var routed : entry.routed()) {
      lanes.computeIfAbsent(routed.lane(), _ -> new ArrayList<>()).add(entry.id());
    }
  }
}
