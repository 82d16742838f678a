package dev.patchbay.server.folder;

import dev.patchbay.core.imports.WatchedFiles.State;
import dev.patchbay.core.imports.WatchedFiles.WatchedFile;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts files aside that are done with, and notes what became of them. */
record FolderAside(FolderWork.Parts parts, ClaimedRun run, FolderImport order, FolderShelf shelf) {
  /** All files of the run. */
  List<WatchedFile> files() {
    return parts.files().of(run, order.connector());
  }

  /** A file is no longer there as it was taken. */
  void lose(WatchedFile file) {
    var reason = "was taken away or replaced before it could be imported";
    parts.files().ended(file, reason);
    parts.files().settled(file);
    note(file.found(), reason + ".");
  }

  /** Nothing more is imported of a file. */
  void end(WatchedFile file, @Nullable String reason) throws StoreFailure {
    parts.files().ended(file, reason);
    putAside(
        new WatchedFile(
            file.id(), file.attempt(), file.found(), State.ENDED, file.importRun(), reason));
  }

  /** Puts a file aside whose import has ended. */
  void putAside(WatchedFile file) throws StoreFailure {
    var became =
        order.afterwards() == Afterwards.LEAVE
            ? "stays where it is"
            : shelf.putAside(file.found(), file.reason() == null ? "done" : "failed");
    parts.files().settled(file);
    var ended = file.reason() == null ? "is imported" : "is not imported: " + file.reason();
    note(file.found(), ended + "; it " + became + ".");
  }

  void note(FoundFile file, String what) {
    parts.runs().note(run, "'" + file.path().name() + "' " + what);
  }
}
