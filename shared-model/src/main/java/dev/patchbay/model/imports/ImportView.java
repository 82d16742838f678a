package dev.patchbay.model.imports;

import dev.patchbay.model.job.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param file name of the file
 * @param rows dealt with so far: checked, and then sent or left out
 * @param total rows in all, null while that is not known
 * @param ignored headers of the file that fill no field
 * @param report whether what is wrong with rows can be read
 * @param annotated whether the annotated copy of the file can be fetched
 * @param reason why it failed or waits, for a person; null if nothing is to be said
 */
public record ImportView(
    String id,
    String name,
    String file,
    String service,
    @Nullable String profile,
    boolean dryRun,
    RunState state,
    ImportPass pass,
    String askedBy,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long rows,
    @Nullable Long total,
    ImportCounts counts,
    List<String> ignored,
    boolean report,
    boolean annotated,
    @Nullable String reason) {
  public ImportView {
    ignored = List.copyOf(ignored);
  }
}
