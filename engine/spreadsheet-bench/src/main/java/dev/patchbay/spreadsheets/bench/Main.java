package dev.patchbay.spreadsheets.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code JOB ROWS FILE TIMES RESULT}: does one job in this process and writes how long it took into
 * the result file: seconds, CPU seconds of the process so far, bytes of the file, and the seconds
 * that it took when it was done for the last of so many times.
 */
public final class Main {
  private Main() {}

  /** Fails where the job does. */
  public static void main(String[] args) throws IOException {
    var job = Job.named(args[0]);
    int rows = Integer.parseInt(args[1]);
    var file = Path.of(args[2]);
    double first = seconds(job, file, rows);
    double cpu = cpu();
    double last = first;
    for (int time = 1; time < Integer.parseInt(args[3]); time++) {
      last = seconds(job, file, rows);
    }
    Files.writeString(
        Path.of(args[4]), "%s %s %d %s".formatted(first, cpu, Files.size(file), last));
  }

  private static double seconds(Job job, Path file, int rows) throws IOException {
    long start = System.nanoTime();
    long seen = job.run(file, rows);
    if (seen < rows) {
      throw new IllegalStateException("only %d of %d rows".formatted(seen, rows));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double cpu() {
    var used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toMillis() / 1e3;
  }
}
