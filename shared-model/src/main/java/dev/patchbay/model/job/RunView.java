package dev.patchbay.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param kind what is done, for example {@code export}
 * @param rows done so far
 * @param total rows in all, null while that is not known
 * @param reason why it failed, waits or was called off, for a person; null if nothing is to be said
 * @param file what came of it, null while it has not ended, if there is none, or no longer one
 * @param place where the file was stored, as {@code connector/path}; null if nowhere
 */
public record RunView(
    String id,
    String kind,
    String name,
    RunState state,
    String askedBy,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long rows,
    @Nullable Long total,
    @Nullable String reason,
    @Nullable ResultFile file,
    @Nullable String place) {
  /**
   * A file that a run made.
   *
   * @param length in bytes
   * @param sha256 in hexadecimal digits of lower case
   */
  public record ResultFile(String name, String mediaType, long length, String sha256) {}
}
