package dev.patchbay.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are made before they are kept: a folder for each run. */
public record WorkFolders(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);

  Path make(String run) throws IOException {
    return Files.createDirectories(directory.resolve(run));
  }

  void remove(String run) {
    delete(directory.resolve(run));
  }

  void clear() {
    delete(directory);
  }

  /** Takes a folder away with all that is in it; what cannot be is logged and stays. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var inside = Files.walk(folder)) {
      for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException failure) {
      LOG.warn("{} cannot be taken away: {}", folder, failure.getMessage());
    }
  }
}
