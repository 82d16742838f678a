package dev.patchbay.store.model;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.util.List;

/** The far side as one process reaches it. */
final class FarTarget implements RowTarget {
  private static final int ROWS = 3;

  private final Far far;
  private final Interruptions interruptions;

  FarTarget(Far far, Interruptions interruptions) {
    this.far = far;
    this.interruptions = interruptions;
  }

  @Override
  public Limits limits() {
    return new Limits(ROWS, 1_000);
  }

  @Override
  public Guarantee guarantee(Target target) {
    return Guarantee.IDEMPOTENT;
  }

  @Override
  public CheckReport check(List<Target> targets) {
    return new CheckReport(Guarantee.IDEMPOTENT, List.of());
  }

  @Override
  public Description describe(Target target) {
    return new Description.Found("far", null, List.of());
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    return new Preparation.Ready("");
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    interruptions.at(Interruptions.Point.BEFORE_SEND);
    return far.send(attempt.batch());
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    interruptions.at(Interruptions.Point.BEFORE_RESOLVE);
    return far.resolve(attempt.batch());
  }

  @Override
  public void close() {}
}
