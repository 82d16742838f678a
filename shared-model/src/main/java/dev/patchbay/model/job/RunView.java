package dev.patchbay.model.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param kind what is done, for example {@code export}
 * @param rows done so far
 * @param total rows in all, null while that is not known
 * @param reason why it failed, waits or was called off, for a person; null if nothing is to be said
 * @param file what came of it, null until it is made, if there is none, or no longer one
 * @param place where the file was stored, as {@code connector/path}; null if nowhere
 * @param recipients who gets the file by e-mail, and what became of it; empty until it is made
 * @param schedule that it belongs to, null if it belongs to none
 * @param due the time that its schedule names, null if a person asked for it
 * @param tries how often it was begun
 * @param pace how fast it goes or went, null if there is nothing to tell
 * @param findings how much it found that should not be, null if it was not to look
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
    @Nullable String place,
    List<RecipientView> recipients,
    @Nullable String schedule,
    @Nullable Instant due,
    int tries,
    @Nullable Pace pace,
    @Nullable Long findings) {
  public RunView {
    recipients = List.copyOf(recipients);
  }

  /**
   * A file that a run made.
   *
   * @param length in bytes
   * @param sha256 in hexadecimal digits of lower case
   */
  public record ResultFile(String name, String mediaType, long length, String sha256) {}

  /**
   * How fast a run goes.
   *
   * @param rowsPerSecond of its last try
   * @param endsAbout when it will be done if it goes on so, null if it has ended or its total is
   *     not known
   */
  public record Pace(double rowsPerSecond, @Nullable Instant endsAbout) {}
}
