package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where the columns of a layout stand in a tab: by their anchor, else by their header, else behind
 * the last column.
 */
final class Columns {
  private Columns() {}

  /** One column's place and what it still needs. */
  record Placed(int index, State state) {}

  /** How a column is known. */
  enum State {
    /** By its anchor. */
    ANCHORED,
    /** By its header; the batch anchors it. */
    FOUND,
    /** Not at all; the batch creates it. */
    MISSING
  }

  /** In the order of the layout. */
  static List<Placed> place(Layout layout, Tab tab) {
    var known = new ArrayList<OptionalInt>();
    var taken = new HashSet<Integer>();
    for (var column : layout.columns()) {
      known.add(anchored(column, layout, tab));
      known.getLast().ifPresent(taken::add);
    }
    var placed = new ArrayList<Placed>();
    int free = firstFree(tab);
    for (int i = 0; i < known.size(); i++) {
      var column = layout.columns().get(i);
      var next = one(known.get(i), column, tab, taken, free);
      taken.add(next.index());
      free = Math.max(free, next.index() + 1);
      placed.add(next);
    }
    return List.copyOf(placed);
  }

  /** Whether a column that was anchored here before is gone. */
  static boolean keyIsLost(Layout layout, Tab tab, List<Placed> placed) {
    boolean ours = placed.stream().anyMatch(column -> column.state() == State.ANCHORED);
    int key = layout.columns().indexOf(keyColumn(layout));
    return ours && placed.get(key).state() == State.MISSING && !tab.header().isEmpty();
  }

  static Column keyColumn(Layout layout) {
    return layout.columns().stream()
        .filter(column -> column.id().equals(layout.keyColumn()))
        .findFirst()
        .orElseThrow();
  }

  static OptionalInt byHeader(Map<Integer, String> header, String text) {
    return header.entrySet().stream()
        .filter(entry -> entry.getValue().strip().equalsIgnoreCase(text.strip()))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  private static OptionalInt anchored(Column column, Layout layout, Tab tab) {
    var index = tab.anchors().get(Anchor.column(column.id()));
    if (index != null) {
      return OptionalInt.of(index);
    }
    boolean shared = column.id().equals(layout.keyColumn()) && isKeyAnchored(tab);
    return shared ? tab.keyIndex() : OptionalInt.empty();
  }

  private static boolean isKeyAnchored(Tab tab) {
    return tab.anchors().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().name().equals(Anchor.KEY)
                    && tab.keyIndex().isPresent()
                    && entry.getValue() == tab.keyIndex().getAsInt());
  }

  private static Placed one(
      OptionalInt anchored, Column column, Tab tab, Set<Integer> taken, int free) {
    if (anchored.isPresent()) {
      boolean own = tab.anchors().containsKey(Anchor.column(column.id()));
      return new Placed(anchored.getAsInt(), own ? State.ANCHORED : State.FOUND);
    }
    var byHeader = byHeader(tab.header(), column.header());
    return byHeader.isPresent() && !taken.contains(byHeader.getAsInt())
        ? new Placed(byHeader.getAsInt(), State.FOUND)
        : new Placed(free, State.MISSING);
  }

  private static int firstFree(Tab tab) {
    int header = tab.header().keySet().stream().mapToInt(index -> index + 1).max().orElse(0);
    int anchors = tab.anchors().values().stream().mapToInt(index -> index + 1).max().orElse(0);
    return Math.max(header, anchors);
  }
}
