package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** How positions move when lines are inserted or deleted. */
final class Spans {

  private Spans() {}

  static int afterDelete(int position, int start, int end) {
    return position <= start ? position : Math.max(start, position - (end - start));
  }

  static Optional<Area> inserted(Area area, Dimension dimension, int at, int count) {
    int start = dimension.start(area);
    int end = dimension.end(area);
    return Optional.of(
        dimension.with(area, start >= at ? start + count : start, end > at ? end + count : end));
  }

  static Optional<Area> deleted(Area area, Dimension dimension, int from, int to) {
    int start = afterDelete(dimension.start(area), from, to);
    int end = afterDelete(dimension.end(area), from, to);
    return start < end ? Optional.of(dimension.with(area, start, end)) : Optional.empty();
  }

  /** Moves a GridRange in JSON; empty when nothing of it is left. */
  static Optional<ObjectNode> inserted(JsonNode range, Dimension dimension, int at, int count) {
    String low = dimension == Dimension.ROWS ? "startRowIndex" : "startColumnIndex";
    String high = dimension == Dimension.ROWS ? "endRowIndex" : "endColumnIndex";
    ObjectNode moved = range.deepCopy();
    if (range.has(low) && range.get(low).asInt() >= at) {
      moved.put(low, range.get(low).asInt() + count);
    }
    if (range.has(high) && range.get(high).asInt() > at) {
      moved.put(high, range.get(high).asInt() + count);
    }
    return Optional.of(moved);
  }

  static Optional<ObjectNode> deleted(JsonNode range, Dimension dimension, int from, int to) {
    String low = dimension == Dimension.ROWS ? "startRowIndex" : "startColumnIndex";
    String high = dimension == Dimension.ROWS ? "endRowIndex" : "endColumnIndex";
    ObjectNode moved = range.deepCopy();
    if (range.has(low)) {
      moved.put(low, afterDelete(range.get(low).asInt(), from, to));
    }
    if (range.has(high)) {
      moved.put(high, afterDelete(range.get(high).asInt(), from, to));
    }
    boolean gone = moved.has(high) && moved.path(low).asInt() >= moved.get(high).asInt();
    return gone ? Optional.empty() : Optional.of(moved);
  }
}
