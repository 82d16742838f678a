package dev.patchbay.server.readmodel;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork.Ending;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.Build.Pass;
import dev.patchbay.core.rebuild.EventFold;
import dev.patchbay.core.rebuild.FillingRoutes;
import dev.patchbay.core.rebuild.StoredFact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One read model on its way to being made anew. */
final class Rebuilding {
  private static final int EVENTS = 500;
  private static final int KEYS = 500;
  private static final int TRIES = 600;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final RebuildWork.Parts parts;
  private final ClaimedRun run;
  private final Progress progress;
  private final Consumer<Build> hook;

  Rebuilding(RebuildWork.Parts parts, ClaimedRun run, Progress progress, Consumer<Build> hook) {
    this.parts = parts;
    this.run = run;
    this.progress = progress;
    this.hook = hook;
  }

  /** Empty if it is done. */
  Optional<Ending> run(Aim aim, FillingRoutes routes)
      throws HopelessRunException, StoppedRunException {
    var build = parts.store().begin(run, aim, routes.text());
    if (build.pass() != Pass.DONE) {
      progress.expect(parts.store().count(aim));
    }
    hook.accept(build);
    while (build.pass() != Pass.DONE) {
      if (!parts.routes().apply(aim).text().equals(routes.text())) {
        return Optional.of(otherRoutes());
      }
      var step = step(build, routes);
      if (step instanceof Step.Ends(var ending)) {
        return Optional.of(ending);
      }
      build = ((Step.To) step).build();
      hook.accept(build);
      progress.reached(build.events());
    }
    return Optional.empty();
  }

  private sealed interface Step {
    record To(Build build) implements Step {}

    record Ends(Ending ending) implements Step {}
  }

  private Step step(Build build, FillingRoutes routes) throws StoppedRunException {
    return switch (build.pass()) {
      case SCAN -> scan(build, routes);
      case CARRY -> new Step.To(carry(build, routes));
      case SWAP -> swap(build, routes);
      case DONE -> new Step.To(build);
    };
  }

  /** Whatever comes in after the last ones is written by its lane, and noted. */
  private Step scan(Build build, FillingRoutes routes) {
    var facts = parts.store().next(build, routes.numbers(), EVENTS);
    var step = facts.isEmpty() ? new Step.To(build) : fold(build, facts, routes);
    return step instanceof Step.To(var to) && facts.size() < EVENTS
        ? new Step.To(parts.store().enter(run, to, Pass.CARRY))
        : step;
  }

  /** A value that the database does not take is found by writing its neighbours without it. */
  private Step fold(Build build, List<StoredFact> facts, FillingRoutes routes) {
    return switch (parts.fold().fold(build, facts, routes)) {
      case EventFold.Result.Later(var cause, var pause) ->
          new Step.Ends(new Ending.Waits(cause.message(), shortened(pause)));
      case EventFold.Result.Folded(var keys, int unfit) -> {
        var to = build.after(facts.getLast().id(), facts.size(), unfit);
        if (parts.store().fold(run, to, keys, routes.keyColumn())) {
          yield new Step.To(to);
        }
        yield facts.size() == 1 ? new Step.To(without(build, facts)) : singly(build, facts, routes);
      }
    };
  }

  private Step singly(Build build, List<StoredFact> facts, FillingRoutes routes) {
    var last = build;
    for (var fact : facts) {
      var step = fold(last, List.of(fact), routes);
      if (!(step instanceof Step.To(var to))) {
        return step;
      }
      last = to;
    }
    return new Step.To(last);
  }

  private Build without(Build build, List<StoredFact> facts) {
    var to = build.after(facts.getLast().id(), facts.size(), facts.size());
    parts.store().fold(run, to, List.of(), "");
    return to;
  }

  private static Duration shortened(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private Build carry(Build build, FillingRoutes routes) {
    var step = parts.store().carry(run, build, routes.columns(), KEYS);
    return step.more() ? build : parts.store().enter(run, build, Pass.SWAP);
  }

  private Step swap(Build build, FillingRoutes routes) throws StoppedRunException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      while (parts.store().catchUp(run, build, routes.columns(), KEYS).more()) {
        progress.reached(build.events());
      }
      switch (parts.store().swap(run, build, routes.columns())) {
        case DONE -> {
          return new Step.To(told(build.at(Pass.DONE)));
        }
        case OTHER_ROUTES -> {
          return new Step.Ends(otherRoutes());
        }
        case UNSETTLED -> progress.pause(PAUSE);
      }
    }
    return new Step.Ends(
        new Ending.Waits("What was written last is not settled yet.", LONGEST_PAUSE));
  }

  private Build told(Build build) {
    parts
        .notes()
        .note(
            run,
            "'%s' is generation %d now: of %,d events%s."
                .formatted(
                    build.aim().dataset().called(),
                    build.generation(),
                    build.events(),
                    build.unfit() == 0
                        ? ""
                        : ", of %,d of which no row can be made".formatted(build.unfit())));
    return build;
  }

  /** It begins anew with those of now. */
  private static Ending otherRoutes() {
    return new Ending.Waits("Routes were changed; it begins anew.", Duration.ofSeconds(1));
  }
}
