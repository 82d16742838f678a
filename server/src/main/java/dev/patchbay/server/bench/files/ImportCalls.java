package dev.patchbay.server.bench.files;

import dev.patchbay.model.imports.ImportView;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** Imports as callers order them. */
record ImportCalls(HubClient hub) {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** Orders one and gives its id. */
  String begin(Path file, boolean dryRun) {
    try {
      return hub.importRows(file, "{\"dryRun\": " + dryRun + "}").orFail().id();
    } catch (IOException failure) {
      throw new IllegalStateException(file + " cannot be read", failure);
    }
  }

  /** Returns once it has ended; does something each time that it has not. */
  ImportView ended(String id, Runnable onLook) {
    var deadline = Deadline.in(LONGEST);
    for (var run = view(id); ; run = view(id)) {
      if (run.endedAt() != null) {
        return run;
      }
      if (deadline.passed()) {
        throw new IllegalStateException("the import has not ended: " + run);
      }
      if (run.startedAt() != null) {
        onLook.run();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** From its begin to its end. */
  static double seconds(ImportView run) {
    var begin = Objects.requireNonNull(run.startedAt());
    return Duration.between(begin, Objects.requireNonNull(run.endedAt())).toNanos() / 1e9;
  }

  private ImportView view(String id) {
    return hub.importRun(id).orFail();
  }
}
