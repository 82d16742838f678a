package dev.patchbay.spi.store;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A connector that takes files. Nobody who reads the store ever sees a part of one: a file stands
 * there whole or not at all. Failures are values; an exception is a bug of the store. Thread-safe.
 */
public interface FileStore extends AutoCloseable {
  /** Whether it can be reached and written to, step by step, for a person. */
  List<CheckReport.Step> check();

  /**
   * Puts a file in its place. The same file may be published again whenever an answer was lost: one
   * that stands there with the same content, under its own or a numbered name where the policy
   * gives one, is found and not stored twice.
   *
   * @param deadline after it nothing is sent any more
   */
  Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline);

  /** What stands at a path, compared with the checksum of what should. */
  Standing find(StorePath path, String sha256, Deadline deadline);

  /**
   * Takes away what uploads that broke off have left behind, where nobody sees it.
   *
   * @param age how old it must be: more than the longest upload may take
   * @return how many were taken away
   * @throws StoreFailure if they cannot be listed or taken away
   */
  int sweep(Duration age) throws StoreFailure;

  /** Its files, to be taken; empty if it only takes files itself. */
  default Optional<FileSource> source() {
    return Optional.empty();
  }

  @Override
  void close();
}
