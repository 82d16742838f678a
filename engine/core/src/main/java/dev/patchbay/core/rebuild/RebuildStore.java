package dev.patchbay.core.rebuild;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The read model as a rebuild works on it. Each change is one transaction that also says how far
 * the rebuild is, and is taken only while this node has the run: {@link
 * dev.patchbay.core.imports.LostRunException} otherwise. Thread-safe.
 */
public interface RebuildStore {
  /**
   * What fills a dataset, empty if nothing does.
   *
   * @throws HopelessRunException if more than one target does: their rows cannot be told apart
   */
  Optional<Aim> aim(Dataset dataset) throws HopelessRunException;

  /** Live routes of a target as they are stored, in the form of {@link FillingRoutes#text}. */
  String routes(Aim aim);

  /** Stored events that it may be about. */
  long count(Aim aim);

  /**
   * Begins a generation, or goes on with the one that this run has begun with the same routes.
   *
   * @throws HopelessRunException if another run rebuilds it
   */
  Build begin(ClaimedRun run, Aim aim, String routes) throws HopelessRunException;

  /**
   * The next events.
   *
   * @param routes that fill it now
   */
  List<StoredFact> next(Build build, Set<Integer> routes, int limit);

  /** Whether a row could be written. */
  boolean takes(Dataset dataset, Row row, String keyColumn);

  /** What is in the generation that grows; absent for keys that are not. */
  Map<RowPlace, VersionMarks> marks(Build build, Set<RowPlace> places);

  /**
   * Writes what events say.
   *
   * @param to the build after them
   * @return false, and nothing is written, if a value is one that the database does not take
   */
  boolean fold(ClaimedRun run, Build to, List<FoldedKey> keys, String keyColumn);

  /** Goes to another pass. */
  Build enter(ClaimedRun run, Build build, Build.Pass next);

  /**
   * Takes over what the rebuild has not read, for the next keys of the target.
   *
   * @param columns that routes fill now: others are not taken over
   */
  Step carry(ClaimedRun run, Build build, Set<String> columns, int limit);

  /** The same for keys that were written since the rebuild began. */
  Step catchUp(ClaimedRun run, Build build, Set<String> columns, int limit);

  /**
   * How far a step came.
   *
   * @param rows that took something over
   * @param more whether more may be left
   */
  record Step(int rows, boolean more) {}

  /**
   * Puts the generation in the place of the one that is read, with all that was written until then.
   */
  Swap swap(ClaimedRun run, Build build, Set<String> columns);

  /** What came of it. */
  enum Swap {
    DONE,
    /** What was written last is not settled yet: try again. */
    UNSETTLED,
    /** Routes were changed: it has to be made with those of now. */
    OTHER_ROUTES
  }

  /** Gives up what a run has not put in place; what is read stays as it is. */
  void discard(ClaimedRun run);

  /** Gives up what runs left that have ended. */
  void discardEnded();

  /**
   * Removes some rows that nobody reads any more.
   *
   * @return whether more may be left
   */
  boolean clear(int limit);
}
