package dev.patchbay.core.rebuild;

import dev.patchbay.core.delivery.row.ColumnFold;
import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys on their way to being folded. */
final class FoldingKeys {
  private final Map<RowPlace, VersionMarks> standing;
  private final Map<RowPlace, One> keys = new LinkedHashMap<>();

  FoldingKeys(Map<RowPlace, VersionMarks> standing) {
    this.standing = standing;
  }

  private static final class One {
    private final ColumnFold fold;
    private final Set<Long> seen = new HashSet<>();
    private boolean hasRow;

    One(VersionMarks standing) {
      this.fold = new ColumnFold(standing);
    }

    void add(Row row, EventVersion version) {
      fold.add(row, version);
      hasRow = true;
    }

    FoldedKey folded(RowPlace place) {
      var row = hasRow ? Optional.of(fold.row(place.key())) : Optional.<Row>empty();
      return new FoldedKey(place, row, fold.marks(), seen);
    }
  }

  void add(RowPlace place, Row row, EventVersion version) {
    at(place).add(row, version);
  }

  void seen(RowPlace place, long seq) {
    at(place).seen.add(seq);
  }

  private One at(RowPlace place) {
    return keys.computeIfAbsent(place, it -> new One(standing.getOrDefault(it, VersionMarks.NONE)));
  }

  List<FoldedKey> all() {
    return keys.entrySet().stream().map(it -> it.getValue().folded(it.getKey())).toList();
  }
}
