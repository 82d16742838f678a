package dev.patchbay.store.inbox;

import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.store.StorableText;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry with its source and type as numbers.
 *
 * @param type number of the event type, 0 where it is quarantined
 */
record NumberedEntry(InboxEntry entry, Identity identity, int type) {
  /** The order in which every node locks: without it two inboxes fed alike deadlock. */
  static final Comparator<NumberedEntry> LOCK_ORDER =
      Comparator.comparing(NumberedEntry::identity, Identity.ORDER);

  static NumberedEntry of(
      InboxEntry entry, Map<String, Integer> sources, Map<String, Integer> types) {
    var source = Objects.requireNonNull(sources.get(StorableText.of(entry.envelope().source())));
    var type = types.getOrDefault(StorableText.of(entry.envelope().type()), 0);
    return new NumberedEntry(
        entry, new Identity(source, StorableText.of(entry.envelope().id())), type);
  }

  UUID id() {
    return entry.id();
  }

  long digest() {
    return entry.envelope().digest().orElseThrow();
  }

  boolean quarantined() {
    return !entry.faults().isEmpty();
  }

  /** Identity of a fact: CloudEvents source (as a number) and id. */
  record Identity(int source, String id) {
    static final Comparator<Identity> ORDER =
        Comparator.comparingInt(Identity::source).thenComparing(Identity::id);
  }
}
