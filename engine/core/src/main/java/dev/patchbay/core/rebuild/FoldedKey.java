package dev.patchbay.core.rebuild;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.spi.Row;
import java.util.Optional;
import java.util.Set;

/**
 * What some events say of one key.
 *
 * @param row columns that change; empty if the events are not to be seen there
 * @param marks version of each column of the generation that grows, those of before included
 * @param seen deliveries whose events were read
 */
public record FoldedKey(RowPlace place, Optional<Row> row, VersionMarks marks, Set<Long> seen) {
  public FoldedKey {
    seen = Set.copyOf(seen);
  }
}
