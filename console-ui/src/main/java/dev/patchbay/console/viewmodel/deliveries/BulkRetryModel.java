package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** "Retry all that match": counted first, tried on one if wished, then run with progress. */
public final class BulkRetryModel implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(700);
  private static final int ITEMS = 200;

  /** Where the dialog stands. */
  public sealed interface Step {
    /** The dry run counts. */
    record Counting() implements Step {}

    /** Counted; nothing has happened yet. {@code canary} is the finished trial of one. */
    record Planned(BulkRetryPlan plan, @Nullable BulkRetryItem canary) implements Step {}

    /** One delivery is being tried. */
    record Trying(BulkRetryPlan plan, @Nullable BulkRetryItem item) implements Step {}

    /** The run is under way or over. */
    record Running(BulkRetryView run, List<BulkRetryItem> items) implements Step {}

    /** It could not be counted or started. */
    record Failed(Failure failure) implements Step {}
  }

  private final Session session;
  private final DeliveryFilter filter;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Counting());
  private UiTask task = UiTask.none();

  /** Counts at once what a retry of these deliveries would do. */
  public BulkRetryModel(Session session, Selection chosen) {
    this.session = session;
    this.filter =
        chosen
            .query()
            .withState(DeliveryState.DEAD)
            .filter(session.now())
            .without(chosen.except().stream().sorted().toList());
    count(null);
  }

  /** Where the dialog stands. */
  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** Counts again. */
  public void recount() {
    count(null);
  }

  private void count(@Nullable BulkRetryItem canary) {
    step.set(new Step.Counting());
    task =
        session.run(
            () -> session.client().plan(new BulkRetryDraft(filter, null, null)),
            plan -> step.set(new Step.Planned(plan, canary)),
            this::failed);
  }

  /** Starts what was counted; the snapshot starts it once, however often it is pressed. */
  public void start() {
    if (step.get() instanceof Step.Planned(var plan, _)) {
      task =
          session.run(
              () -> session.client().start(new BulkRetryDraft(filter, plan.snapshot(), null)),
              run -> follow(run, List.of()),
              this::failed);
    }
  }

  /** Tries one delivery and waits for what becomes of it. */
  public void tryOne() {
    if (step.get() instanceof Step.Planned(var plan, _)) {
      step.set(new Step.Trying(plan, null));
      task =
          session.run(
              () -> session.client().start(new BulkRetryDraft(filter, plan.snapshot(), 1)),
              run -> watchOne(plan, run),
              this::failed);
    }
  }

  private void watchOne(BulkRetryPlan plan, BulkRetryView run) {
    task =
        session.run(
            () -> session.client().bulkRetryItems(run.id(), null, 1).items(),
            items -> judgeOne(plan, run, items),
            this::failed);
  }

  private void judgeOne(BulkRetryPlan plan, BulkRetryView run, List<BulkRetryItem> items) {
    var item = items.isEmpty() ? null : items.getFirst();
    if (item != null && isSettled(item)) {
      count(item);
      return;
    }
    step.set(new Step.Trying(plan, item));
    task = session.tasks().after(POLL, () -> watchOne(plan, run));
  }

  private static boolean isSettled(BulkRetryItem item) {
    var state = item.state();
    return state != null && state != DeliveryState.PENDING && state != DeliveryState.UNKNOWN;
  }

  private void follow(BulkRetryView run, List<BulkRetryItem> items) {
    step.set(new Step.Running(run, items));
    if (run.state() != BulkRetryState.CANCELLED && !isSettled(run)) {
      task = session.tasks().after(POLL, () -> look(run.id()));
    }
  }

  /** Every retried delivery has come to an end, not only been put back on its lane. */
  private static boolean isSettled(BulkRetryView run) {
    return run.state() == BulkRetryState.DONE && run.delivered() + run.deadAgain() >= run.retried();
  }

  /** A look at a run: progress and the newest items together. */
  private record Look(BulkRetryView run, List<BulkRetryItem> items) {}

  private void look(String run) {
    task =
        session.run(
            () ->
                new Look(
                    session.client().bulkRetry(run),
                    session.client().bulkRetryItems(run, null, ITEMS).items()),
            look -> follow(look.run(), look.items()),
            this::keepLooking);
  }

  private void keepLooking(Failure failure) {
    if (step.get() instanceof Step.Running(var run, _) && failure instanceof Failure.Unreachable) {
      task = session.tasks().after(POLL, () -> look(run.id()));
    } else {
      failed(failure);
    }
  }

  /** Pauses, resumes or cancels the run. */
  public void steer(Switch action) {
    if (step.get() instanceof Step.Running(var run, var items)) {
      task.cancel();
      task =
          session.run(
              () -> session.client().steer(run.id(), action),
              after -> follow(after, items),
              this::failed);
    }
  }

  private void failed(Failure failure) {
    step.set(new Step.Failed(failure));
  }

  /** Leaves the run to the hub: it goes on without the console. */
  @Override
  public void close() {
    task.cancel();
  }
}
