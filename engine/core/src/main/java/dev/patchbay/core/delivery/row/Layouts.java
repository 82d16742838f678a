package dev.patchbay.core.delivery.row;

import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import java.util.LinkedHashMap;
import java.util.List;

/** Layouts of routes that write to the same target. Pure. */
public final class Layouts {
  private Layouts() {}

  /** Whether rows of both can go in one batch. */
  public static boolean compatible(Layout one, Layout other) {
    return one.mode() == other.mode() && one.keyColumn().equals(other.keyColumn());
  }

  /** All columns, each once; the first layout that names a column says what it looks like. */
  public static Layout union(List<Layout> layouts) {
    var columns = new LinkedHashMap<String, Column>();
    for (var layout : layouts) {
      layout.columns().forEach(column -> columns.putIfAbsent(column.id(), column));
    }
    var first = layouts.getFirst();
    return new Layout(List.copyOf(columns.values()), first.keyColumn(), first.mode());
  }
}
