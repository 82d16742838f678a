package dev.patchbay.core.delivery.lane;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A target that answers as it was told to, in turn, and otherwise applies everything. */
public final class FakeRowTarget implements RowTarget {
  private final Deque<Function<RowBatch, Outcome>> answers = new ArrayDeque<>();
  private final Deque<Preparation> preparations = new ArrayDeque<>();
  private final Deque<Resolution> resolutions = new ArrayDeque<>();
  private final List<RowBatch> sent = new ArrayList<>();
  private final List<Attempt> asked = new ArrayList<>();
  private Limits limits = new Limits(100, 100_000);
  private boolean healthy = true;
  private Guarantee guarantee = Guarantee.IDEMPOTENT;

  /** The answer to the next batch that has none yet. */
  public void willAnswer(Outcome outcome) {
    answers.add(batch -> outcome);
  }

  /** As {@link #willAnswer(Outcome)}, with a look at the batch. */
  public void willAnswer(Function<RowBatch, Outcome> answer) {
    answers.add(answer);
  }

  public void willPrepare(Preparation preparation) {
    preparations.add(preparation);
  }

  public void willResolve(Resolution resolution) {
    resolutions.add(resolution);
  }

  public void limitTo(int rows) {
    limits = new Limits(rows, limits.bytes());
  }

  public void guarantee(Guarantee now) {
    guarantee = now;
  }

  public void healthy(boolean now) {
    healthy = now;
  }

  /** Batches in the order in which they were sent. */
  public List<RowBatch> sent() {
    return List.copyOf(sent);
  }

  /** Rows of all batches. */
  public List<List<Row>> rows() {
    return sent.stream().map(RowBatch::rows).toList();
  }

  /** Keys of all batches. */
  public List<List<String>> keys() {
    return rows().stream().map(rows -> rows.stream().map(Row::key).toList()).toList();
  }

  /** Attempts that were to be resolved. */
  public List<Attempt> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Guarantee guarantee(Target target) {
    return guarantee;
  }

  @Override
  public CheckReport check(List<Target> targets) {
    return new CheckReport(guarantee, List.of(new CheckReport.Step("reach", healthy, "")));
  }

  @Override
  public Description describe(Target target) {
    return new Description.Found("fake", null, List.of());
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    return preparations.isEmpty() ? new Preparation.Ready("plan") : preparations.remove();
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    sent.add(attempt.batch());
    return answers.isEmpty()
        ? new Outcome.Applied("sheet")
        : answers.remove().apply(attempt.batch());
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    asked.add(attempt);
    return resolutions.remove();
  }

  @Override
  public void close() {}
}
