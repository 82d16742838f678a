package dev.patchbay.core.inbox;

import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.ReceiptStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posts gathered for one commit. An identity goes to the store once in a round: equal repeats share
 * its fate, repeats with other content follow in the next round. One thread.
 */
final class GatheredBatch {
  private final List<Post> posts;
  private final EventReceipt[][] receipts;
  private List<Item> open = new ArrayList<>();

  GatheredBatch(List<Post> posts) {
    this.posts = List.copyOf(posts);
    this.receipts = new EventReceipt[posts.size()][];
    for (int p = 0; p < posts.size(); p++) {
      int events = posts.get(p).events().size();
      receipts[p] = new EventReceipt[events];
      for (int i = 0; i < events; i++) {
        open.add(new Item(posts.get(p), p, i));
      }
    }
  }

  record Item(Post post, int place, int index) {
    Post.Event event() {
      return post.events().get(index);
    }

    Identity identity() {
      return new Identity(event().envelope().source(), event().envelope().id());
    }
  }

  record Identity(String source, String id) {}

  /** What goes to the store together, in the order of arrival. */
  record Round(List<InboxEntry> entries, Map<UUID, List<Item>> items) {}

  /** The next round, null when everything has its receipt. */
  @Nullable Round next(UuidV7 ids) {
    if (open.isEmpty()) {
      return null;
    }
    var first = new LinkedHashMap<Identity, InboxEntry>();
    var items = new HashMap<UUID, List<Item>>();
    var later = new ArrayList<Item>();
    for (var item : open) {
      var entry = first.computeIfAbsent(item.identity(), _ -> entry(item, ids.next()));
      if (entry.envelope().digest().equals(item.event().envelope().digest())) {
        items.computeIfAbsent(entry.id(), _ -> new ArrayList<>()).add(item);
      } else {
        later.add(item);
      }
    }
    open = later;
    return new Round(List.copyOf(first.values()), items);
  }

  /** Notes what became of a round. */
  void stored(Round round, List<ReceiptStatus> status) {
    for (int i = 0; i < status.size(); i++) {
      var entry = round.entries().get(i);
      var fate = status.get(i);
      for (var item : round.items().getOrDefault(entry.id(), List.of())) {
        receipts[item.place()][item.index()] = receipt(entry, fate);
        fate = fate == ReceiptStatus.ACCEPTED ? ReceiptStatus.DUPLICATE : fate;
      }
    }
  }

  void answer() {
    for (int p = 0; p < posts.size(); p++) {
      posts.get(p).answer().complete(List.of(receipts[p]));
    }
  }

  void fail(RuntimeException cause) {
    posts.forEach(post -> post.answer().completeExceptionally(cause));
  }

  private static InboxEntry entry(Item item, UUID id) {
    var event = item.event();
    return new InboxEntry(
        id, event.envelope(), item.post().intake(), event.routed(), event.faults());
  }

  private static EventReceipt receipt(InboxEntry entry, ReceiptStatus status) {
    var id = status == ReceiptStatus.ACCEPTED ? entry.id().toString() : null;
    var reasons =
        switch (status) {
          case QUARANTINED -> entry.faults();
          case CONFLICT -> List.of("/id was accepted before with other content; give it a new id");
          case ACCEPTED, DUPLICATE -> List.<String>of();
        };
    return new EventReceipt(entry.envelope().source(), entry.envelope().id(), status, id, reasons);
  }
}
