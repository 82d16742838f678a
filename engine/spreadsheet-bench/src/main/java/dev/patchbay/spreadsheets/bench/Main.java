package dev.patchbay.spreadsheets.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code JOB ROWS FILE RESULT}: does one job in this process and writes how long it took into the
 * result file: seconds, CPU seconds of the process so far, bytes of the file, rows seen.
 */
public final class Main {
  private Main() {}

  /** Fails where the job does. */
  public static void main(String[] args) throws IOException {
    var job = Job.named(args[0]);
    int rows = Integer.parseInt(args[1]);
    var file = Path.of(args[2]);
    long start = System.nanoTime();
    long seen = job.run(file, rows);
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.writeString(
        Path.of(args[3]), "%s %s %d %d".formatted(seconds, cpu(), Files.size(file), seen));
  }

  private static double cpu() {
    var used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toMillis() / 1e3;
  }
}
