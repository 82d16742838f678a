package dev.patchbay.server.wiring;

import dev.patchbay.core.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files are made before they are kept: a folder of this process in the system's directory for
 * such. What processes left that are no more is taken away.
 */
final class WorkFolder {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
  private static final String PREFIX = "patchbay-jobs-";
  private static final Pattern OF_PROCESS = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private WorkFolder() {}

  static Path ofThisProcess() {
    var all = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      sweep(all);
    } catch (IOException failure) {
      LOG.warn("{} cannot be tidied: {}", all, failure.getMessage());
    }
    var name = PREFIX + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    return all.resolve(name);
  }

  private static void sweep(Path all) throws IOException {
    try (var found = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (var folder : found) {
        if (isAbandoned(folder)) {
          FileTree.delete(folder);
        }
      }
    }
  }

  private static boolean isAbandoned(Path folder) {
    var name = OF_PROCESS.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }
}
