package dev.patchbay.server.export.delivery;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.HeldConnector;
import dev.patchbay.server.export.row.ExportColumn;
import dev.patchbay.server.export.row.KeptRows;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.TableTarget;
import dev.patchbay.spi.TableTarget.Table;
import dev.patchbay.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts the rows of exports into sheets, from the file that was made: all places of an export hold
 * the same rows. Asked again for a run it finds them there. Thread-safe.
 */
public final class SheetDelivery {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Configuration configuration;
  private final JobRuns runs;
  private final Path directory;

  /**
   * Delivery to sheets.
   *
   * @param directory where the files of runs are made on this node
   */
  public SheetDelivery(Configuration configuration, JobRuns runs, Path directory) {
    this.configuration = configuration;
    this.runs = runs;
    this.directory = directory;
  }

  /** Faults of a place, by field. */
  public List<FieldError> faults(ExportDraft draft, SheetPlace place) {
    var faults = new ArrayList<FieldError>();
    if (draft.format() != ExportFormat.XLSX) {
      faults.add(
          new FieldError("/format", "must be XLSX where /sheet says where the rows go as well"));
    }
    var target = new Target(place.target());
    if (configuration.open(place.connector()).flatMap(RowTarget::tables).isEmpty()) {
      faults.add(new FieldError("/sheet/connector", "is no connector that takes tables"));
      return faults;
    }
    var wrong = configuration.targetFaults(place.connector(), target, "/sheet/target");
    faults.addAll(wrong);
    if (wrong.isEmpty()) {
      configuration
          .writerOf(place.connector(), target)
          .ifPresent(
              route ->
                  faults.add(
                      new FieldError(
                          "/sheet/target",
                          "is where route '" + route + "' writes rows; name another tab")));
    }
    return faults;
  }

  /** Puts the rows of a file where they belong and tells where that is. */
  public String put(SheetPlace place, List<ExportColumn> known, ClaimedRun run, KeptFile kept)
      throws IOException, HopelessRunException {
    HeldConnector.demandFree(configuration, place.connector());
    var tables =
        configuration
            .open(place.connector())
            .flatMap(RowTarget::tables)
            .orElseThrow(() -> HeldConnector.missing(place.connector()));
    var folder = Files.createDirectories(directory.resolve(run.id()));
    var file = folder.resolve("kept");
    try (var content = runs.file(kept.run())) {
      Files.deleteIfExists(file);
      Files.copy(content, file);
    }
    var rows = KeptRows.of(file, known);
    var table =
        new Table(run.id(), new Target(place.target()), rows.columns(), rows.count(), rows::each);
    return put(place, tables, table);
  }

  private String put(SheetPlace place, TableTarget tables, Table table)
      throws IOException, HopelessRunException {
    var deadline = Deadline.in(LONGEST);
    return switch (tables.replace(table, time -> pause(time, deadline), deadline)) {
      case Outcome.Applied(var receipt) -> place.connector() + "/" + receipt;
      case Outcome.Rejected(var cause, _) -> throw new HopelessRunException(cause.message());
      case Outcome.CredentialRefused(var cause) -> {
        configuration.holdRefused(place.connector(), cause.message());
        throw new PostponedRunException(cause.message());
      }
      case Outcome.NotApplied(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.Postponed(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.Throttled(var cause, _) -> throw new PostponedRunException(cause.message());
      case Outcome.TargetRefused(var cause) -> throw new PostponedRunException(cause.message());
      case Outcome.Unknown(var cause) -> throw new PostponedRunException(cause.message());
    };
  }

  private static void pause(Duration time, Deadline deadline) throws IOException {
    if (time.compareTo(deadline.remaining()) > 0) {
      throw new PostponedRunException(
          "The calls of the connector are used up for longer than this waits.");
    }
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
      if (Thread.interrupted()) {
        throw new PostponedRunException("The node stops.");
      }
    }
  }
}
