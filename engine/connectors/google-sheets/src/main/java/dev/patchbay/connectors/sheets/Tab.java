package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.Layout;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What the connector knows of a tab between batches.
 *
 * @param header texts of the first row by column
 * @param keyIndex where the key column stands, empty if there is none yet
 */
record Tab(
    int sheetId,
    String title,
    int columnCount,
    Map<Anchor, Integer> anchors,
    SortedMap<Integer, String> header,
    OptionalInt keyIndex,
    KeyColumn keys) {

  static Tab of(TabReading reading, OptionalInt keyIndex) {
    var keys = keyIndex.isPresent() ? reading.keys(keyIndex.getAsInt()) : new KeyColumn();
    return of(reading, keyIndex, keys);
  }

  /** The tab as a later answer shows it, with keys that are known. */
  static Tab of(TabReading reading, OptionalInt keyIndex, KeyColumn keys) {
    return new Tab(
        reading.sheetId(),
        reading.title(),
        reading.columnCount(),
        reading.anchors(),
        reading.header(),
        keyIndex,
        keys);
  }

  /** Where the rows of this layout find their keys. */
  static OptionalInt keyIndex(TabReading reading, Layout layout, Place place) {
    var anchors = reading.anchors();
    var anchored = anchors.get(Anchor.column(layout.keyColumn()));
    if (anchored == null) {
      anchored = anchors.get(Anchor.key(place));
    }
    return anchored != null
        ? OptionalInt.of(anchored)
        : Columns.byHeader(reading.header(), Columns.keyColumn(layout).header());
  }
}
