package dev.patchbay.core.job;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run made, still on the node's disk.
 *
 * @param rows in it
 * @param findings how much was found that should not be, null if it was not looked for
 */
public record MadeFile(
    Path path, String name, String mediaType, long rows, @Nullable Long findings) {
  /** One that is not about findings. */
  public MadeFile(Path path, String name, String mediaType, long rows) {
    this(path, name, mediaType, rows, null);
  }
}
