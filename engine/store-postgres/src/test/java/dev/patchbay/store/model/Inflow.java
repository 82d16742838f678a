package dev.patchbay.store.model;

import dev.patchbay.core.delivery.lane.TextEvents;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.inbox.InboxStore;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.inbox.JdbcInboxStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The sender: events of a few keys with versions in any order, some of them twice, some bad. */
final class Inflow {
  private static final String[] COLUMNS = {"a", "b", "c"};
  private static final int KEYS = 3;
  private static final int VERSIONS = 5;

  private final World world;
  private final InboxStore inbox;
  private final String prefix;
  private final Map<String, Sent> sent = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  private record Sent(int lane, String key, long version, Map<String, String> values) {}

  Inflow(World world, String prefix) {
    this.world = world;
    this.inbox = new JdbcInboxStore(world.database.database(), () -> 0);
    this.prefix = prefix;
  }

  /** One to three events, now and then one that was sent before, or its number with other data. */
  void ingest(Move move) {
    if (!order.isEmpty() && move.c() % 10 == 0) {
      again(order.get(move.a() % order.size()), move.b());
      return;
    }
    for (var i = 0; i <= move.c() % 3; i++) {
      fresh(move.a() + i * 7, move.b() + i * 13, move.c() + i);
    }
  }

  private void fresh(int a, int b, int c) {
    var lane = a % 3 == 0 ? world.appendLane : world.upsertLane;
    var id = prefix + order.size() + (b % 11 == 0 ? Far.BAD : "");
    var values = new TreeMap<String, String>();
    values.put("a", lane == world.upsertLane && b % 2 == 0 ? "" : id);
    for (var i = 0; i < COLUMNS.length; i++) {
      if ((b >> i) % 2 == 1) {
        values.put(COLUMNS[i], id);
      }
    }
    values.values().removeIf(String::isEmpty);
    if (values.isEmpty()) {
      values.put("b", id);
    }
    if (b % 29 == 0) {
      values.put("c", "unmappable");
    }
    var event = new Sent(lane, "k" + a % KEYS, c % VERSIONS, values);
    sent.put(id, event);
    order.add(id);
    deliver(id, event, c);
  }

  /** Sends until it is acknowledged; a commit may fail, or its answer may be lost. */
  private void deliver(String id, Sent event, int c) {
    var entry = entry(id, event);
    if (c % 17 == 1 && world.defect == Defect.ACKNOWLEDGED_BEFORE_COMMIT) {
      note(entry, id, event);
      return;
    }
    expect(entry, ReceiptStatus.ACCEPTED);
    note(entry, id, event);
    if (c % 13 == 1) {
      expect(c % 2 == 0 ? entry : entry(id, event), repeated(c));
    }
  }

  private static ReceiptStatus repeated(int c) {
    return c % 2 == 0 ? ReceiptStatus.ACCEPTED : ReceiptStatus.DUPLICATE;
  }

  private void again(String id, int b) {
    var event = sent.get(id);
    if (event == null || !world.book.knows(id)) {
      return;
    }
    if (b % 2 == 0) {
      expect(entry(id, event), ReceiptStatus.DUPLICATE);
      return;
    }
    var other = new Sent(event.lane(), event.key(), event.version() + 1, Map.of("a", "other"));
    expect(entry(id, other), ReceiptStatus.CONFLICT);
  }

  private void expect(InboxEntry entry, ReceiptStatus expected) {
    var status = inbox.store(List.of(entry)).status().getFirst();
    if (status != expected) {
      throw new Violation("I13", entry.envelope().id() + " is " + status + ", not " + expected);
    }
  }

  private void note(InboxEntry entry, String id, Sent event) {
    world.book.accepted(
        new Fact(
            event.lane(),
            world.book.nextSeq(event.lane()),
            id,
            entry.id(),
            event.key(),
            event.version(),
            event.values().keySet()));
  }

  private InboxEntry entry(String id, Sent event) {
    var payload = TextEvents.payload(event.version(), event.values());
    var read = new TextEvents().read(payload);
    var digest = Arrays.hashCode(payload);
    var envelope =
        new Envelope("/model", id, "test", read.json(), payload, OptionalLong.of(digest));
    var routed = new Routed(event.lane(), event.lane(), event.key());
    return new InboxEntry(TestStore.uuid(), envelope, "http", List.of(routed), List.of());
  }
}
