package dev.patchbay.server.folder;

import dev.patchbay.core.imports.WatchedFiles.Look;
import dev.patchbay.core.imports.WatchedFiles.State;
import dev.patchbay.core.imports.WatchedFiles.WatchedFile;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork.Ending;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.RunView;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One look into the folder of a run, and all that can be done at once. Used once. */
final class FolderLook {
  private static final int MOST_NAMED = 10;

  private final FolderWork.Parts parts;
  private final ClaimedRun run;
  private final FolderImport order;
  private final FolderShelf shelf;
  private final FolderAside aside;

  FolderLook(FolderWork.Parts parts, ClaimedRun run, FolderImport order, FolderShelf shelf) {
    this.parts = parts;
    this.run = run;
    this.order = order;
    this.shelf = shelf;
    this.aside = new FolderAside(parts, run, order, shelf);
  }

  Ending work(Progress progress)
      throws IOException, StoreFailure, HopelessRunException, StoppedRunException {
    var listed = shelf.list();
    var looks =
        parts.files().look(run, order.connector(), listed, Duration.ofSeconds(order.settling()));
    for (var file : aside.files()) {
      goOn(file, listed);
      progress.row();
    }
    new FolderTaking(aside).take(listed, looks, progress);
    return ending(looks, progress);
  }

  private void goOn(WatchedFile file, List<FoundFile> listed) throws StoreFailure {
    switch (file.state()) {
      case TAKEN -> {
        if (!listed.contains(file.found())) {
          aside.lose(file);
        }
      }
      case IMPORTING -> follow(file);
      case ENDED -> aside.putAside(file);
      case SETTLED -> {}
    }
  }

  private void follow(WatchedFile file) throws StoreFailure {
    var imported = parts.runs().find(Objects.requireNonNull(file.importRun()));
    if (imported.isEmpty()) {
      aside.end(file, null); // so long ago that nothing is told of it any more
    } else if (imported.get().endedAt() != null) {
      aside.end(file, failure(imported.get()));
    }
  }

  private static @Nullable String failure(RunView imported) {
    return switch (imported.state()) {
      case DONE, QUEUED, RUNNING -> null;
      case CANCELLED -> "its import was called off";
      case FAILED, SKIPPED -> "its import failed: " + imported.reason();
    };
  }

  private Ending ending(Map<String, Look> looks, Progress progress)
      throws HopelessRunException, StoppedRunException {
    var files = aside.files();
    long settled = files.stream().filter(file -> file.state() == State.SETTLED).count();
    progress.expect(files.size());
    progress.reached(settled);
    if (settled < files.size()) {
      return new Ending.Waits(
          "%d of %d files are not imported yet.".formatted(files.size() - settled, files.size()),
          pause(files));
    }
    long fresh = looks.values().stream().filter(look -> look == Look.FRESH).count();
    if (fresh > 0 && files.size() < order.atMost()) {
      return new Ending.Waits(
          "%d files have to lie unchanged first.".formatted(fresh),
          Duration.ofSeconds(order.settling()));
    }
    demandNoneFailed(files);
    return new Ending.Done();
  }

  /** A quarter of the time that they have taken so far: short imports are not waited for long. */
  private Duration pause(List<WatchedFile> files) {
    var seconds =
        files.stream()
            .filter(file -> file.state() == State.IMPORTING)
            .flatMap(file -> Optional.ofNullable(file.importRun()).stream())
            .flatMap(id -> parts.runs().find(id).stream())
            .mapToLong(this::seconds)
            .max()
            .orElse(0);
    return Duration.ofSeconds(Math.clamp(seconds / 4, 1, 300));
  }

  private long seconds(RunView imported) {
    return Duration.between(imported.askedAt(), parts.clock().instant()).toSeconds();
  }

  private static void demandNoneFailed(List<WatchedFile> files) throws HopelessRunException {
    var failed = files.stream().filter(file -> file.reason() != null).toList();
    if (!failed.isEmpty()) {
      throw new HopelessRunException(
          "%d of %d files were not imported. %s"
              .formatted(
                  failed.size(),
                  files.size(),
                  failed.stream()
                      .limit(MOST_NAMED)
                      .map(file -> "'%s': %s".formatted(file.found().path().name(), file.reason()))
                      .collect(Collectors.joining(". "))));
    }
  }
}
