package dev.patchbay.core.delivery.queue;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;

import java.time.Instant;
import java.util.List;

/** What a verdict makes of an open delivery of a {@link FakeLane}. */
final class FakeVerdicts {
  private FakeVerdicts() {}

  static void carryOut(FakeLane lane, Pass pass, Instant now, List<Verdict> verdicts) {
    carryOut(lane, now.isAfter(pass.scan()) ? now : pass.scan(), verdicts);
  }

  static void carryOut(FakeLane lane, Instant start, List<Verdict> verdicts) {
    for (var verdict : verdicts) {
      var row = lane.rows.get(verdict.seq());
      if (row != null && row.state != DEAD) {
        carryOut(row, start, verdict);
      }
    }
  }

  private static void carryOut(FakeLane.Row row, Instant start, Verdict verdict) {
    row.cause = verdict.cause().message();
    switch (verdict) {
      case Verdict.BackOff(_, _, var pause) -> {
        row.tries++;
        row.state = PENDING;
        row.dueAt = start.plus(pause);
      }
      case Verdict.Wait(_, _, var pause) -> {
        row.state = PENDING;
        row.dueAt = start.plus(pause);
      }
      case Verdict.Park _ -> {
        row.tries++;
        row.state = DEAD;
        row.dueAt = null;
      }
    }
  }
}
