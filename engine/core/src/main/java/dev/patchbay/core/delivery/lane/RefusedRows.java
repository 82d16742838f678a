package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.delivery.row.BatchPlan;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome.RowFault;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch whose rows are at fault. Rows that are named are parked, or taken apart if they were
 * folded; if none is named the batch is halved until the bad row stands alone. Pure but for what
 * the suspects learn.
 */
record RefusedRows(Cause cause, List<RowFault> faults) {
  List<Verdict> verdicts(BatchPlan plan, Suspects suspects) {
    var named = named(plan);
    if (named.isEmpty()) {
      suspects.refused(plan);
      return List.of();
    }
    suspects.found();
    var verdicts = new ArrayList<Verdict>();
    for (var fault : named) {
      var row = plan.rows().get(fault.index());
      if (row.folded()) {
        suspects.takeApart(row);
      } else {
        verdicts.add(new Verdict.Park(row.contributors().getFirst().seq(), fault.cause()));
      }
    }
    return verdicts;
  }

  private List<RowFault> named(BatchPlan plan) {
    var rows = plan.rows().size();
    if (faults.isEmpty() && rows == 1) {
      return List.of(new RowFault(0, cause));
    }
    return faults.stream().filter(fault -> fault.index() >= 0 && fault.index() < rows).toList();
  }
}
