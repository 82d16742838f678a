package dev.patchbay.core.job;

import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunView;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs as all nodes see them. Thread-safe. */
public interface JobRuns {
  /** Queues a run; one that was asked for with the same key is given again. */
  Asked ask(NewRun run);

  /** What came of asking. */
  sealed interface Asked {
    /** It is queued now. */
    record Queued(RunView run) implements Asked {}

    /** It was asked for before. */
    record Known(RunView run) implements Asked {}

    /** Something else was asked for with this key. */
    record KeyReused() implements Asked {}

    /** So many of the caller's have not ended. */
    record TooMany(int most) implements Asked {}
  }

  /** Takes the oldest run that waits, or whose node has not been heard of, for as long. */
  Optional<ClaimedRun> claim(Duration lease);

  /** Notes progress and goes on holding it. */
  Word beat(ClaimedRun run, long rows, OptionalLong total, Duration lease);

  /**
   * Goes on holding it for as long at least, which says nothing of how far it is.
   *
   * @return false if another node has it
   */
  boolean hold(ClaimedRun run, Duration lease);

  /** What the others say of a run. */
  enum Word {
    GO_ON,
    /** Somebody called it off. */
    CANCEL,
    /** It has taken longer than it may. */
    TOO_LONG,
    /** Another node has it. */
    LOST
  }

  /** The file that it made when it was worked before, if it came that far. */
  Optional<KeptFile> kept(ClaimedRun run);

  /** Keeps the file that it made. Empty if another node has the run. */
  Optional<KeptFile> keep(ClaimedRun run, MadeFile file) throws IOException;

  /**
   * Ends it well.
   *
   * @param place where its file was stored, null if nowhere
   * @return false if another node has it
   */
  boolean done(ClaimedRun run, @Nullable String place);

  /** Ends it because nothing can come of it. */
  void failed(ClaimedRun run, String reason);

  /** Ends it because it was tried often enough; why it failed last is told already. */
  void givenUp(ClaimedRun run, String reason);

  /** Ends it because somebody called it off. */
  void cancelled(ClaimedRun run);

  /** Lets it wait for another try. */
  void postponed(ClaimedRun run, String reason, Duration wait);

  /** Lets it wait for somebody, which is no try. */
  void waits(ClaimedRun run, String reason, Duration wait);

  /** Gives it back as if it had not been begun: the node stops. */
  void givenBack(ClaimedRun run);

  /**
   * Runs, the newest first.
   *
   * @param before id of the run that those of the page before ended with, null for the first page
   */
  List<RunView> page(RunFilter filter, @Nullable String before, int limit);

  Optional<RunView> find(String id);

  /** Adds to what happened to a run. */
  void note(ClaimedRun run, String line);

  /** What happened to a run, in order. */
  List<RunLogLine> log(String id);

  /** Calls off what has not ended. False if it has, or there is none. */
  boolean cancel(String id);

  /** The content of the file of a run; ends early if it is taken away meanwhile. */
  InputStream file(String id);

  /** Takes away files and runs that ended longer ago. */
  void sweep(Duration files, Duration runs);
}
