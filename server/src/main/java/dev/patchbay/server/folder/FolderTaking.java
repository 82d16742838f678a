package dev.patchbay.server.folder;

import dev.patchbay.core.imports.ImportStore.Taken;
import dev.patchbay.core.imports.WatchedFiles.Look;
import dev.patchbay.core.imports.WatchedFiles.State;
import dev.patchbay.core.imports.WatchedFiles.WatchedFile;
import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.imports.GivenFile;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes files, and has their rows imported. */
record FolderTaking(FolderAside aside) {
  /** Takes what lies still, as many as one run may. */
  void take(List<FoundFile> listed, Map<String, Look> looks, Progress progress)
      throws IOException, StoreFailure, StoppedRunException {
    var known = aside.files();
    for (var file : listed) {
      boolean fits = known.size() < aside.order().atMost() || taken(known).contains(file);
      if (fits && isRipe(looks.get(file.path().toString())) && !isUnderWay(file, known)) {
        if (!take(file)) {
          return;
        }
        progress.row();
        known = aside.files();
      }
    }
  }

  private static Set<FoundFile> taken(List<WatchedFile> known) {
    return known.stream()
        .filter(file -> file.state() == State.TAKEN)
        .map(WatchedFile::found)
        .collect(Collectors.toSet());
  }

  private boolean isRipe(@Nullable Look look) {
    return switch (look) {
      case null -> false;
      case FRESH, RESTLESS -> false;
      case STILL -> true;
      case KNOWN -> aside.order().afterwards() == Afterwards.MOVE; // it came back as it was
    };
  }

  private static boolean isUnderWay(FoundFile file, List<WatchedFile> known) {
    return known.stream()
        .filter(it -> it.state() == State.IMPORTING || it.state() == State.ENDED)
        .anyMatch(it -> it.found().path().equals(file.path()));
  }

  /** Whether another may be taken. */
  private boolean take(FoundFile file) throws IOException, StoreFailure {
    if (file.length() > FolderShelf.LARGEST) {
      refuse(file);
      return true;
    }
    var copy = aside.shelf().copy(file);
    if (copy.isEmpty()) {
      return true; // it is being written, or gone
    }
    try {
      var taken =
          aside
              .parts()
              .files()
              .take(aside.run(), aside.order().connector(), file, sha256(copy.get()));
      return taken.isEmpty() || importOf(taken.get(), copy.get());
    } finally {
      Files.delete(copy.get());
    }
  }

  private void refuse(FoundFile file) throws StoreFailure {
    var unread = "unread, " + file.length() + " bytes, " + file.changed();
    var taken = aside.parts().files().take(aside.run(), aside.order().connector(), file, unread);
    if (taken.isPresent()) {
      aside.end(taken.get(), "it has more than 100 MB; split it");
    }
  }

  private static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }

  private boolean importOf(WatchedFile file, Path copy) throws StoreFailure {
    if (file.state() == State.ENDED) {
      aside.note(
          file.found(), "was imported before as it stands there, and is not imported again.");
      aside.putAside(file);
      return true;
    }
    return file.state() != State.TAKEN || ordered(file, copy);
  }

  private boolean ordered(WatchedFile file, Path copy) throws StoreFailure {
    var who = "schedule " + aside.run().schedule();
    var once = "file " + file.id() + ", " + file.attempt();
    try {
      var given = new GivenFile(copy, file.found().path().name());
      return switch (aside.parts().imports().order(aside.order().draft(), given, who, once)) {
        case Taken.Asked(Asked.Queued(var queued)) -> importing(file, queued.id());
        case Taken.Asked(Asked.Known(var known)) -> importing(file, known.id());
        case Taken.Asked(Asked.KeyReused _) ->
            importing(file, aside.parts().files().asked(who, once).orElseThrow());
        case Taken.Asked(Asked.TooMany _) -> false;
        case Taken.Before(var before) -> importing(file, before);
      };
    } catch (ProblemException faulty) {
      aside.end(file, words(faulty));
      return true;
    }
  }

  private boolean importing(WatchedFile file, String importRun) {
    aside.parts().files().importing(file, importRun);
    aside.note(file.found(), "is imported by run " + importRun + ".");
    return true;
  }

  private static String words(ProblemException faulty) {
    var problem = faulty.problem();
    var words =
        problem.errors().isEmpty()
            ? String.valueOf(problem.detail())
            : problem.errors().stream().map(FolderTaking::words).collect(Collectors.joining("; "));
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /** What a file is refused for is a sentence of its own. */
  private static String words(FieldError fault) {
    if (!fault.field().equals("/file")) {
      return fault.field() + " " + fault.message();
    }
    return Character.isUpperCase(fault.message().charAt(0))
        ? fault.message()
        : "it " + fault.message();
  }
}
