package dev.patchbay.server.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.imports.BulkCalls;
import dev.patchbay.core.imports.Doubles;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.ImportStore.Role;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Works imports: checks all rows, tells what is wrong, sends the good ones. Each step is kept, and
 * none is done twice. Thread-safe.
 */
public final class ImportWork implements StepWork {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String SHEET_ENDING = "\\.(?i:xlsx|xlsm|csv|tsv|txt)$";

  private final ImportStore store;
  private final BulkCalls calls;

  public ImportWork(ImportStore store, BulkCalls calls) {
    this.store = store;
    this.calls = calls;
  }

  @Override
  public String kind() {
    return ImportStore.KIND;
  }

  @Override
  public Ending work(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    try {
      return new Steps(run, order(run), folder, progress).work();
    } catch (LostRunException lost) {
      return new Ending.Done(); // which another node decides: nothing of this is noted
    }
  }

  static ImportOrder order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), ImportOrder.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the import.");
    }
  }

  /** The steps of one run. */
  private final class Steps {
    private final ClaimedRun run;
    private final ImportOrder order;
    private final Path folder;
    private final Progress progress;

    Steps(ClaimedRun run, ImportOrder order, Path folder, Progress progress) {
      this.run = run;
      this.order = order;
      this.folder = folder;
      this.progress = progress;
    }

    Ending work() throws IOException, HopelessRunException, StoppedRunException {
      var standing = store.standing(run);
      if (standing.pass() == ImportPass.SENDING && !order.dryRun()) {
        resume(standing.counts());
        var waits = new SendPass(store, calls, run, order, progress).sendOpen();
        if (waits.isPresent()) {
          return waits.get();
        }
      }
      var source = source();
      if (standing.pass() == ImportPass.CHECKING) {
        check(source);
      }
      return checked(source);
    }

    /** What is told of it while nothing is known anew. */
    private void resume(ImportCounts counts) throws StoppedRunException {
      progress.expect(counts.read());
      progress.reached(
          counts.faulty()
              + counts.duplicates()
              + counts.made()
              + counts.existed()
              + counts.refused());
    }

    private SheetInFile source() throws IOException, HopelessRunException {
      var path = folder.resolve("source");
      try (var in = store.file(run.id(), Role.SOURCE)) {
        Files.copy(in, path);
      }
      try (var in = Files.newInputStream(path)) {
        if (!Sha256.of(in).equals(order.sha256())) {
          throw new IOException("The file did not come whole out of the database.");
        }
      }
      return new SheetInFile(path, order.sheet(), SaidDialect.of(order));
    }

    private void check(SheetInFile source)
        throws IOException, HopelessRunException, StoppedRunException {
      ImportCounts counts;
      var path = folder.resolve("problems");
      try (var problems = new ProblemsFile(path);
          var doubles = Doubles.within(folder)) {
        counts = new CheckPass(store, run, order, doubles, progress).check(source, problems);
      }
      progress.expect(counts.read());
      store.checked(
          run, counts, new MadeFile(path, "problems.jsonl", "application/jsonl", counts.read()));
    }

    private Ending checked(SheetInFile source)
        throws IOException, HopelessRunException, StoppedRunException {
      var standing = store.standing(run);
      var counts = standing.counts();
      progress.expect(counts.read());
      if (counts.faulty() + counts.duplicates() > 0 && !store.has(run.id(), Role.ANNOTATED)) {
        annotate(source);
      }
      if (order.dryRun()) {
        return done();
      }
      if (order.onErrors() == OnErrors.STOP && counts.faulty() > 0) {
        throw new HopelessRunException(
            "%,d of %,d rows have errors, and nothing was sent. Correct them and import the file again."
                .formatted(counts.faulty(), counts.read()));
      }
      var waits = new SendPass(store, calls, run, order, progress).send(source, standing.last());
      return waits.isPresent() ? waits.get() : sent(source);
    }

    private Ending sent(SheetInFile source)
        throws IOException, HopelessRunException, StoppedRunException {
      if (!store.problems(run.id(), 0, 1).isEmpty()) {
        annotate(source);
      }
      return done();
    }

    private Ending done() {
      store.finished(run);
      return new Ending.Done();
    }

    private void annotate(SheetInFile source)
        throws IOException, HopelessRunException, StoppedRunException {
      var path = folder.resolve("annotated");
      var name = order.file().replaceFirst(SHEET_ENDING, "") + "-annotated.xlsx";
      var target = new AnnotatedCopy.Target(path, order.file(), run.due());
      var copy = AnnotatedCopy.of(SheetKinds.of(source));
      try (var problems = Problems.all(store, run.id())) {
        copy.write(source, problems, target);
      }
      store.annotated(run, new MadeFile(path, name, XLSX, 0));
    }
  }
}
