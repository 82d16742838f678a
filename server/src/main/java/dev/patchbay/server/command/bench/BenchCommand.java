package dev.patchbay.server.command.bench;

import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.DeliveryBench;
import dev.patchbay.server.bench.IntakeBench;
import dev.patchbay.server.bench.ListsBench;
import dev.patchbay.server.bench.QuotaBench;
import dev.patchbay.server.bench.Report;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.bench.StartBench;
import dev.patchbay.server.bench.documents.DocumentsBench;
import dev.patchbay.server.bench.documents.PdfBench;
import dev.patchbay.server.bench.files.ExportBench;
import dev.patchbay.server.bench.files.ImportsBench;
import dev.patchbay.server.bench.files.SpreadsheetsBench;
import dev.patchbay.server.bench.sink.LatencyBench;
import dev.patchbay.server.bench.sink.NeighboursBench;
import dev.patchbay.server.bench.sink.ThroughputBench;
import dev.patchbay.server.child.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay bench}: measures, prints a table and puts it into the documentation. */
@Command(
    name = "bench",
    description = "Measures speed and size on this machine; takes some minutes.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
  private static final List<Bench> ALL =
      List.of(
          new DeliveryBench(),
          new IntakeBench(),
          new ThroughputBench(),
          new LatencyBench(),
          new NeighboursBench(),
          new QuotaBench(),
          new ListsBench(),
          new StartBench(),
          new SpreadsheetsBench(),
          new ExportBench(),
          new ImportsBench(),
          new DocumentsBench(),
          new PdfBench());

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "delivery, intakes, throughput, latency, neighbours, quota, lists, start, spreadsheets,"
              + " exports, imports, documents or pdf; all of them if not given.")
  private List<String> only = List.of();

  @Option(names = "--quick", description = "Short rounds, to see that everything works.")
  private boolean quick;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Where the table goes; docs/performance.md after a full run if not given.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    var report = new Report();
    for (var bench : chosen()) {
      say("measuring: " + bench.title());
      var figures = bench.run(quick ? Scale.QUICK : Scale.FULL);
      report.add(bench.title(), figures);
      say("\n" + Report.table(bench.title(), figures));
    }
    var text = report.text(LocalDate.now(ZoneOffset.UTC));
    var target = target();
    if (target != null) {
      Report.write(target, text);
      say("written to " + target);
    }
    return 0;
  }

  private List<Bench> chosen() {
    for (var name : only) {
      if (ALL.stream().noneMatch(bench -> bench.name().equals(name))) {
        throw new IllegalArgumentException(
            "--only is one of " + ALL.stream().map(Bench::name).toList() + ", not '" + name + "'");
      }
    }
    return ALL.stream().filter(bench -> only.isEmpty() || only.contains(bench.name())).toList();
  }

  private @Nullable Path target() {
    if (file != null || quick || !only.isEmpty()) {
      return file;
    }
    return Launch.home().resolve("docs").resolve("performance.md");
  }

  private void say(String words) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(words);
    out.flush();
  }
}
