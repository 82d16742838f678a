package dev.patchbay.core.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.Set;

/**
 * That the disk of this machine did not do what it was told, found in a failure and told to a
 * person: without the name of a file, which says nothing to them.
 *
 * @param words what the disk says
 */
public record DiskRefusal(String words) {
  /** Streams tell of a disk by its words only; those of files, by their kind. */
  private static final Set<String> OF_DISKS =
      Set.of("No space left on device", "Disk quota exceeded", "File too large");

  /** What a disk said, if it is to blame. */
  public static Optional<DiskRefusal> in(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof FileSystemException file && file.getReason() != null) {
        return Optional.of(new DiskRefusal(file.getReason()));
      }
      var said = each.getMessage();
      if (each instanceof IOException && said != null && OF_DISKS.contains(said)) {
        return Optional.of(new DiskRefusal(said));
      }
    }
    return Optional.empty();
  }
}
