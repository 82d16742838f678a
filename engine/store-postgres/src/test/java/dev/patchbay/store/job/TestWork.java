package dev.patchbay.store.job;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes small files, and fails as often as it is told. */
final class TestWork implements JobWork {
  final List<String> begun = new CopyOnWriteArrayList<>();
  final List<String> delivered = new CopyOnWriteArrayList<>();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger undelivered = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  volatile boolean hopeless;
  volatile boolean endless;

  @Override
  public String kind() {
    return "test";
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    begun.add(run.id());
    var file = Files.writeString(folder.resolve("made"), "made of " + run.request());
    if (hopeless) {
      throw new HopelessRunException("Row 3 is too long.");
    }
    if (failures.getAndDecrement() > 0) {
      throw new IOException("no space left");
    }
    do {
      progress.row();
    } while (endless && !pause());
    return new MadeFile(file, "made", "text/plain", 1);
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file) throws IOException {
    delivered.add(run.id());
    if (undelivered.getAndDecrement() > 0) {
      throw new PostponedRunException("the store is down");
    }
    return Optional.of("far away");
  }

  private boolean pause() {
    try {
      return never.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
