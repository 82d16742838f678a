package dev.patchbay.core.inbox;

import java.util.List;

/** Events of which everything is decided that needs no database; {@link Inbox#store} takes them. */
public final class Decided {
  private final List<Post.Event> events;

  Decided(List<Post.Event> events) {
    this.events = List.copyOf(events);
  }

  List<Post.Event> events() {
    return events;
  }
}
