package dev.patchbay.server.readmodel;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.job.ReadModelRebuild;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.http.ServerJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes orders for rebuilds, one at a time. Thread-safe. */
public final class RebuildDesk {
  private final JobRuns runs;
  private final Predicate<Dataset> filled;
  private final Runnable queued;

  /**
   * A desk.
   *
   * @param filled whether a route fills it
   * @param queued told of every new run
   */
  public RebuildDesk(JobRuns runs, Predicate<Dataset> filled, Runnable queued) {
    this.runs = runs;
    this.filled = filled;
    this.queued = queued;
  }

  /** What came of an order. */
  public sealed interface Answer {
    /** It is queued, now or before. */
    record Taken(RunView run) implements Answer {}

    /**
     * It is not.
     *
     * @param why for a person
     */
    record Refused(String why) implements Answer {}
  }

  /** All that a route fills. */
  public List<Dataset> filled() {
    return Stream.of(Dataset.values()).filter(filled).toList();
  }

  /** Orders one. Of two that were ordered at the same moment the one that begins later fails. */
  public Answer order(List<Dataset> datasets, String who) {
    var empty = datasets.stream().filter(filled.negate()).findFirst();
    if (empty.isPresent()) {
      return new Answer.Refused("No route fills '%s'.".formatted(empty.get().called()));
    }
    var open = open();
    if (open.isPresent()) {
      return new Answer.Refused(
          "Run %s rebuilds already; wait for it, or cancel it.".formatted(open.get().id()));
    }
    return asked(datasets, who);
  }

  private Optional<RunView> open() {
    return Stream.of(RunState.RUNNING, RunState.QUEUED)
        .map(state -> new RunFilter(ReadModelRebuild.KIND, null, state))
        .flatMap(filter -> runs.page(filter, null, 1).stream())
        .findFirst();
  }

  private Answer asked(List<Dataset> datasets, String who) {
    var order = new ReadModelRebuild(datasets.stream().map(Dataset::called).toList());
    var name = "Rebuild of " + String.join(", ", order.datasets());
    var request = new String(ServerJson.bytes(order), StandardCharsets.UTF_8);
    return switch (runs.ask(new NewRun(ReadModelRebuild.KIND, name, request, who, null))) {
      case JobRuns.Asked.Queued(var run) -> {
        queued.run();
        yield new Answer.Taken(run);
      }
      case JobRuns.Asked.Known(var run) -> new Answer.Taken(run);
      case JobRuns.Asked.KeyReused _ -> throw new IllegalStateException("no key was given");
      case JobRuns.Asked.TooMany(int most) ->
          new Answer.Refused("%d of your runs have not ended; wait for one.".formatted(most));
    };
  }
}
