package dev.patchbay.core.imports;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.job.RunView;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports as all nodes see them. What a node writes of a run holds only while it has it. */
public interface ImportStore {
  /** Kind of the runs. */
  String KIND = "import";

  /** A file of a run. */
  enum Role {
    /** As it came. */
    SOURCE,
    /** What is wrong with rows, a JSON object a line. */
    PROBLEMS,
    /** The file with what is wrong beside its rows. */
    ANNOTATED
  }

  /**
   * Queues an import with its file.
   *
   * @param run its request is the order as JSON
   */
  Taken take(NewRun run, ImportOrder order, MadeFile file) throws IOException;

  /** What came of asking. */
  sealed interface Taken {
    /** As every run. */
    record Asked(JobRuns.Asked asked) implements Taken {}

    /** The same file was imported in the same way by this run, or will be. */
    record Before(String run) implements Taken {}
  }

  /** The newest. */
  List<StoredImport> newest(int limit);

  Optional<StoredImport> find(String id);

  /**
   * One of them.
   *
   * @param request the order as JSON
   */
  record StoredImport(
      RunView run, String request, Standing standing, boolean report, boolean annotated) {}

  /**
   * How far a run is.
   *
   * @param last row of the file up to which all is decided while rows are sent
   */
  record Standing(ImportPass pass, ImportCounts counts, long last) {}

  Standing standing(ClaimedRun run);

  /** A file of a run; empty if it is not there, or no longer. */
  InputStream file(String run, Role role);

  boolean has(String run, Role role);

  /**
   * All rows are checked.
   *
   * @param problems what is wrong with them
   * @throws LostRunException if another node has the run
   */
  void checked(ClaimedRun run, ImportCounts counts, MadeFile problems) throws IOException;

  /**
   * Keeps the annotated copy, instead of an earlier one.
   *
   * @throws LostRunException as above
   */
  void annotated(ClaimedRun run, MadeFile file) throws IOException;

  /** Which of these rows other runs brought to the service, and which run did. */
  Map<RowKey, String> brought(String service, Collection<RowKey> keys, ClaimedRun run);

  /** The chunk that was begun and not answered, if there is one. */
  Optional<OpenChunk> open(ClaimedRun run);

  /**
   * A chunk that is to be sent, with the same key and body at every try.
   *
   * @param old whether it was begun so long ago that the service may have forgotten its key
   * @param named whether every row has an id
   */
  record OpenChunk(
      int number,
      String key,
      byte[] body,
      List<Long> rows,
      List<RowKey> keys,
      boolean named,
      boolean old) {}

  /**
   * Writes a chunk down before it is sent. Rows that another run brought meanwhile are left out of
   * it and counted as duplicates, unless they are to be made again.
   *
   * @return what is to be sent, empty if no row is left
   * @throws LostRunException if another node has the run
   */
  Optional<OpenChunk> begin(ClaimedRun run, ImportOrder order, Chunk chunk);

  /**
   * Closes a chunk with what the service answered.
   *
   * @throws LostRunException as above
   */
  void settle(ClaimedRun run, String service, OpenChunk chunk, Settled settled);

  /**
   * What became of the rows of a chunk.
   *
   * @param refused rows that are free for another import
   */
  record Settled(int made, int existed, List<RowKey> refused, List<ImportProblem> problems) {}

  /** All rows are dealt with. */
  void finished(ClaimedRun run);

  /** What was found while rows were sent, by row. */
  List<ImportProblem> problems(String run, long afterRow, int limit);
}
