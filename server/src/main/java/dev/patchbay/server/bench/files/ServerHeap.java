package dev.patchbay.server.bench.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is used by the Java of another process, by the word of the JDK's {@code jcmd}.
 *
 * @param pid of a process of the same user
 */
record ServerHeap(long pid) {
  /** The last line of a histogram: objects and bytes of all classes. */
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /**
   * Bytes that are reachable. Counted in the pause of a full collection: whoever asked for the heap
   * in use after one would count what was allocated since, too.
   */
  long inUse() {
    return TOTAL
        .matcher(ask("GC.class_histogram"))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  /** CPU seconds that a process has used so far. */
  static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private String ask(String what) {
    try {
      // A file takes whatever there is: this process may be the one that stands still meanwhile.
      var said = Files.createTempFile("patchbay-heap", ".txt");
      try {
        return ask(what, said);
      } finally {
        Files.delete(said);
      }
    } catch (IOException absent) {
      throw new UncheckedIOException("no jcmd; start with a JDK", absent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private String ask(String what, Path said) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(List.of(jcmd, Long.toString(pid), what))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (asked.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + what + " failed: " + Files.readString(said));
    }
    return Files.readString(said);
  }
}
