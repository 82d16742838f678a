package dev.patchbay.server.bench.files;

import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Rig;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A million rows of a workbook and of a CSV file, checked by a whole server with a small heap,
 * beside the reader alone; and some that are sent to a service.
 */
public final class ImportsBench implements Bench {
  private static final int HEAP = 160;
  private static final int TIMES = 5;
  private static final int MOST_ROUNDS = 3;
  private static final double MOST_GROWTH = 1.05;
  private static final String SERVICE = "requests";

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public String title() {
    return "Rows of a file checked by a server of %d MB heap, and by its reader alone"
        .formatted(HEAP);
  }

  /** One round of a file. */
  private record Round(Checked checked, double readerSeconds) {}

  /**
   * What a check took.
   *
   * @param seconds by the server's clock
   * @param cpu seconds of the server
   */
  private record Checked(double seconds, double cpu) {}

  @Override
  public List<Figure> run(Scale scale) {
    int rows = scale.tableRows() * TIMES;
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("rows of %d columns".formatted(RequestTable.COLUMNS), rows));
    try (var rig = Rig.startWith(List.of("-Xmx" + HEAP + "m"), Map.of());
        var far = CoreServices.start(CoreServicesOptions.usual().withRequests(0))) {
      rig.hub().createService(draft(far)).orFail();
      var imports = new ImportCalls(rig.hub());
      for (var table : List.of(RequestTable.XLSX, RequestTable.CSV)) {
        var file = table.write(rig.workspace().resolve("rows." + table.ending()), 0, rows);
        figures.addAll(new Measuring(rig, imports, table, file, rows).figures(scale));
      }
      figures.add(sent(rig, imports, rows, scale.tableRows() / 2));
      return figures;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ServiceDraft draft(CoreServices far) {
    var client = far.register(SERVICE);
    var settings =
        Map.of(
            "url",
            far.uri().toString(),
            "authentication",
            "client-credentials",
            "tokenUrl",
            far.uri() + "/oauth2/token",
            "clientId",
            client.id());
    return new ServiceDraft(
        SERVICE, "rest", settings, Map.of("clientSecret", client.secret()), true);
  }

  private static Figure sent(Rig rig, ImportCalls imports, int first, int rows) throws IOException {
    var file = RequestTable.CSV.write(rig.workspace().resolve("sent.csv"), first, rows);
    var run = imports.ended(imports.begin(file, false), () -> {});
    if (run.state() != RunState.DONE || run.counts().made() != rows) {
      throw new IllegalStateException("the import failed: " + run);
    }
    return Figure.of("CSV, checked and sent to a service, rows/s", rows / ImportCalls.seconds(run));
  }

  /** One file. */
  private record Measuring(Rig rig, ImportCalls imports, RequestTable table, Path file, int rows) {
    List<Figure> figures(Scale scale) {
      checked();
      table.read(file);
      var rounds = new ArrayList<Round>();
      for (int round = 0; round < Math.min(MOST_ROUNDS, scale.rounds()); round++) {
        rounds.add(new Round(checked(), readerSeconds()));
      }
      var heap = heap();
      var what = table.name();
      double own = Medians.of(rounds, round -> round.checked().cpu());
      double reader = Medians.of(rounds, Round::readerSeconds);
      return List.of(
          Figure.of(
              what + ", checked rows/s",
              Medians.of(rounds, round -> rows / round.checked().seconds())),
          Figure.of(what + ", CPU µs a row, server", own / rows * 1e6),
          Figure.of(what + ", CPU µs a row, the reader alone", reader / rows * 1e6),
          Figure.of(
              what + ", server / reader alone, CPU",
              Medians.of(rounds, round -> round.checked().cpu() / round.readerSeconds())),
          Figure.of(what + ", MB of heap reachable before", heap.before() / 1e6),
          Figure.of(what + ", MB reachable at most, first half", heap.firstHalf() / 1e6),
          Figure.of(what + ", MB reachable at most, second half", heap.secondHalf() / 1e6),
          Figure.of(what + ", second half / first half", heap.growth()).atMost(MOST_GROWTH));
    }

    private Checked checked() {
      double before = ServerHeap.cpuSeconds(rig.server().handle());
      var run = demandWhole(imports.ended(imports.begin(file, true), () -> {}));
      double cpu = ServerHeap.cpuSeconds(rig.server().handle()) - before;
      return new Checked(ImportCalls.seconds(run), cpu);
    }

    private HeapCurve heap() {
      var heap = new ServerHeap(rig.server().handle().pid());
      long before = heap.inUse();
      var during = new ArrayList<Long>();
      demandWhole(imports.ended(imports.begin(file, true), () -> during.add(heap.inUse())));
      return new HeapCurve(before, during);
    }

    private ImportView demandWhole(ImportView run) {
      if (run.state() != RunState.DONE || run.counts().valid() != rows) {
        throw new IllegalStateException("not all rows were found good: " + run);
      }
      return run;
    }

    private double readerSeconds() {
      double before = ServerHeap.cpuSeconds(ProcessHandle.current());
      if (table.read(file) != rows + 1) {
        throw new IllegalStateException(file + " was not read whole");
      }
      return ServerHeap.cpuSeconds(ProcessHandle.current()) - before;
    }
  }
}
