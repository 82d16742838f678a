package dev.patchbay.server.bench.files;

import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.bench.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables of 15 mixed columns, written and read by Patchbay, Apache POI, openpyxl and Python. */
public final class SpreadsheetsBench implements Bench {
  private static final Logger LOG = LoggerFactory.getLogger(SpreadsheetsBench.class);
  private static final String HEAP = "-Xmx512m";
  private static final String SMALL_HEAP = "-Xmx64m";
  private static final int LARGE_TIMES = 5;
  private static final int MOST_ROUNDS = 3;

  /** After which Java has compiled what it will. */
  private static final int WARM = 10;

  private static final String OWN_XLSX = "own.xlsx";
  private static final String OWN_CSV = "own.csv";

  @Override
  public String name() {
    return "spreadsheets";
  }

  @Override
  public String title() {
    return "Tables of 15 mixed columns, each job in a process of its own";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var workspace = Workspace.create()) {
      var jobs = new FileJobs(workspace);
      Map<String, List<Measured>> measured = new LinkedHashMap<>();
      for (int round = 0; round < Math.min(MOST_ROUNDS, scale.rounds()); round++) {
        java(jobs, scale.tableRows(), measured);
      }
      if (jobs.hasPython()) {
        python(jobs, scale.tableRows(), measured);
      } else {
        LOG.warn("no python3 with openpyxl: install python3-openpyxl to compare with it");
      }
      var large = jobs.java(SMALL_HEAP, "write-xlsx", scale.tableRows() * LARGE_TIMES, "large");
      return figures(scale, measured, large);
    }
  }

  /** What is compared takes turns. */
  private static void java(FileJobs jobs, int rows, Map<String, List<Measured>> measured) {
    add(measured, "write-xlsx", jobs.java(HEAP, "write-xlsx", rows, OWN_XLSX));
    add(measured, "poi-write", jobs.java(HEAP, "poi-write", rows, "poi.xlsx"));
    add(measured, "deflate", jobs.java(HEAP, "deflate", rows, OWN_XLSX));
    add(measured, "read-xlsx", jobs.java(HEAP, "read-xlsx", rows, OWN_XLSX));
    add(measured, "poi-read", jobs.java(HEAP, "poi-read", rows, OWN_XLSX));
    add(measured, "write-csv", jobs.java(HEAP, "write-csv", rows, OWN_CSV, WARM));
    add(measured, "read-csv", jobs.java(HEAP, "read-csv", rows, OWN_CSV, WARM));
  }

  private static void python(FileJobs jobs, int rows, Map<String, List<Measured>> measured) {
    add(measured, "openpyxl-write", jobs.python("openpyxl-write", rows, "python.xlsx"));
    add(measured, "openpyxl-read", jobs.python("openpyxl-read", rows, OWN_XLSX));
    add(measured, "csv-write", jobs.python("csv-write", rows, "python.csv"));
    add(measured, "csv-read", jobs.python("csv-read", rows, OWN_CSV));
  }

  private static void add(Map<String, List<Measured>> all, String job, Measured one) {
    all.computeIfAbsent(job, _ -> new ArrayList<>()).add(one);
  }

  private static List<Figure> figures(
      Scale scale, Map<String, List<Measured>> all, Measured large) {
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("rows", scale.tableRows()));
    all.forEach(
        (job, rounds) ->
            figures.add(Figure.of(job + ", CPU s", Medians.of(rounds, Measured::cpu))));
    figures.add(ratio("POI / own write, CPU", all, "poi-write", "write-xlsx").atLeast(2.3));
    figures.add(
        clock("POI / own write, by the clock", all, "poi-write", "write-xlsx").atLeast(2.2));
    figures.add(
        Figure.of(
            "own / POI, size of the file",
            quotient(all, "write-xlsx", "poi-write", Measured::bytes)));
    figures.add(ratio("own write / bare deflate of its XML, CPU", all, "write-xlsx", "deflate"));
    figures.add(
        ratio("POI's event model / own read, CPU", all, "poi-read", "read-xlsx").atLeast(3));
    if (all.containsKey("openpyxl-write")) {
      figures.addAll(pythonFigures(all));
    }
    figures.add(
        Figure.of(
            "%,d rows within 64 MB of heap, seconds".formatted(scale.tableRows() * LARGE_TIMES),
            large.seconds()));
    return figures;
  }

  private static List<Figure> pythonFigures(Map<String, List<Measured>> all) {
    return List.of(
        ratio("openpyxl / own write, CPU", all, "openpyxl-write", "write-xlsx").atLeast(6.5),
        ratio("openpyxl / own read, CPU", all, "openpyxl-read", "read-xlsx").atLeast(3.5),
        clock("Python csv / own write, by the clock, new process", all, "csv-write", "write-csv"),
        clock(
            "Python csv / own typed read, by the clock, new process", all, "csv-read", "read-csv"),
        again("Python csv / own write, by the clock", all, "csv-write", "write-csv").atLeast(3),
        again("Python csv / own typed read, by the clock", all, "csv-read", "read-csv")
            .atLeast(1.8));
  }

  /** As in a server, which has done it before. */
  private static Figure again(
      String what, Map<String, List<Measured>> all, String other, String own) {
    return Figure.of(what, quotient(all, other, own, Measured::again));
  }

  private static Figure ratio(
      String what, Map<String, List<Measured>> all, String other, String own) {
    return Figure.of(what, quotient(all, other, own, Measured::cpu));
  }

  private static Figure clock(
      String what, Map<String, List<Measured>> all, String other, String own) {
    return Figure.of(what, quotient(all, other, own, Measured::seconds));
  }

  private static double quotient(
      Map<String, List<Measured>> all,
      String above,
      String below,
      ToDoubleFunction<Measured> value) {
    return Medians.of(all.getOrDefault(above, List.of()), value)
        / Medians.of(all.getOrDefault(below, List.of()), value);
  }
}
