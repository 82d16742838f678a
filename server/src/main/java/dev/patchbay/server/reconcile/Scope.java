package dev.patchbay.server.reconcile;

import dev.patchbay.core.delivery.DeliveryPorts;
import dev.patchbay.core.delivery.row.FoldedLastRows;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.reconcile.DeliveredKeys;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowAudit;
import dev.patchbay.spi.RowAudit.Comparison;
import dev.patchbay.spi.RowAudit.StandingKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What one comparison works with.
 *
 * @param keys that were delivered
 * @param ports of the deliveries that rows are rebuilt from
 */
record Scope(
    AuditedTarget target,
    DeliveredKeys keys,
    DeliveryPorts ports,
    PatientLook look,
    Findings findings,
    Tally tally) {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  StandingKeys standing() throws IOException, StoppedRunException {
    return look.seen(
        () -> target.audit().keys(target.place(), target.layout(), Deadline.in(LONGEST)));
  }

  /** Rows of some keys as they should stand, in the order of the keys. */
  List<Row> expected(int lane, List<String> some) {
    var last = new FoldedLastRows(ports, lane, target.snapshot()).byKey(new HashSet<>(some));
    return some.stream().map(key -> last.getOrDefault(key, new Row(key, Map.of()))).toList();
  }

  List<Comparison> compared(StandingKeys standing, List<Row> rows)
      throws IOException, StoppedRunException {
    return look.seen(
        () ->
            target
                .audit()
                .compare(target.place(), target.layout(), standing, rows, Deadline.in(LONGEST)));
  }

  /** Some keys at a time. */
  static List<List<String>> pages(List<String> keys) {
    var pages = new ArrayList<List<String>>();
    for (int from = 0; from < keys.size(); from += RowAudit.MOST_COMPARED) {
      pages.add(keys.subList(from, Math.min(keys.size(), from + RowAudit.MOST_COMPARED)));
    }
    return pages;
  }
}
