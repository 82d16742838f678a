package dev.patchbay.server.demo.once;

import java.util.ArrayList;
import java.util.List;

/**
 * Events that are sent together.
 *
 * @param events at least one
 */
record Parcel(List<RowEvent> events) {
  /** What the server takes at once, with room to spare. */
  private static final int MOST_BYTES = 3 << 20;

  static final int MOST_EVENTS = 1_000;

  Parcel {
    events = List.copyOf(events);
  }

  /** All events in order, at most {@code most} in each parcel. */
  static List<Parcel> pack(List<RowEvent> events, int most) {
    var parcels = new ArrayList<Parcel>();
    var open = new ArrayList<RowEvent>();
    int bytes = 0;
    for (var event : events) {
      boolean full = open.size() == most || bytes + event.json().length > MOST_BYTES;
      if (full && !open.isEmpty()) {
        parcels.add(new Parcel(open));
        open.clear();
        bytes = 0;
      }
      open.add(event);
      bytes += event.json().length + 1;
    }
    if (!open.isEmpty()) {
      parcels.add(new Parcel(open));
    }
    return parcels;
  }
}
