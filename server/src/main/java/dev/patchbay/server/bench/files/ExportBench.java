package dev.patchbay.server.bench.files;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Rig;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** From the database through a workbook to a file store, beside the writer alone. */
public final class ExportBench implements Bench {
  private static final double WANTED_SHARE = 0.6;
  private static final int WARM_UPS = 4;
  private static final String STORE = "bench-reports";
  private static final String FILE = "requests.xlsx";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "status",
          "category",
          "address",
          "lat",
          "long",
          "requestedAt",
          "updatedAt",
          "supporters",
          "public",
          "zip",
          "priority",
          "channel",
          "description");

  /** One round, in rows a second. */
  private record Round(double exported, double written) {}

  @Override
  public String name() {
    return "exports";
  }

  @Override
  public String title() {
    return "Requests of the database as a workbook in a directory, by the hub, and by its writer alone";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of())) {
      var reports = Files.createDirectories(rig.workspace().resolve("reports"));
      fill(rig, reports, scale.tableRows());
      var rounds = new ArrayList<Round>();
      export(rig);
      var table = BareTable.of(reports.resolve(FILE));
      var bare = rig.workspace().resolve("bare.xlsx");
      for (int round = -WARM_UPS; round < scale.rounds(); round++) {
        var measured = new Round(export(rig), table.writtenPerSecond(bare));
        if (round >= 0) {
          rounds.add(measured);
        }
      }
      return figures(scale, rounds);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void fill(Rig rig, Path reports, int rows) {
    var hub = rig.hub();
    hub.setUpReadModel("requests").orFail();
    var settings = Map.of("directory", reports.toString());
    hub.createConnector(new ConnectorDraft(STORE, "local", settings, Map.of(), true)).orFail();
    rig.load(new KilobyteEvents("export")).times(rows);
    rig.awaitDelivered();
  }

  /** Rows a second, from the begin of the run until its file is in the store. */
  private static double export(Rig rig) {
    var draft =
        new ExportDraft("requests", ExportFormat.XLSX, null, "id", COLUMNS, null, null)
            .to(new StorePlace(STORE, FILE, OverwritePolicy.REPLACE));
    var run = ended(rig, rig.hub().export(draft).orFail().id());
    if (run.state() != RunState.DONE) {
      throw new IllegalStateException("the export failed: " + run);
    }
    var took = Duration.between(at(run.startedAt()), at(run.endedAt()));
    return run.rows() / (took.toNanos() / 1e9);
  }

  private static Instant at(@Nullable Instant known) {
    return Objects.requireNonNull(known);
  }

  private static RunView ended(Rig rig, String id) {
    var deadline = Deadline.in(LONGEST);
    var open = Set.of(RunState.QUEUED, RunState.RUNNING);
    for (var run = rig.hub().run(id).orFail(); ; run = rig.hub().run(id).orFail()) {
      if (!open.contains(run.state())) {
        return run;
      }
      if (deadline.passed()) {
        throw new IllegalStateException("the export has not ended: " + run);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static List<Figure> figures(Scale scale, List<Round> rounds) {
    return List.of(
        Figure.of("rows of %d columns".formatted(COLUMNS.size()), scale.tableRows()),
        Figure.of("exported rows/s", Medians.of(rounds, Round::exported)),
        Figure.of("the writer alone, rows/s", Medians.of(rounds, Round::written)),
        Figure.of(
                "exported, share of the writer alone",
                Medians.of(rounds, round -> round.exported() / round.written()))
            .atLeast(WANTED_SHARE));
  }
}
