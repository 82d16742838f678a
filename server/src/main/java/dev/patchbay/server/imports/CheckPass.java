package dev.patchbay.server.imports;

import dev.patchbay.core.imports.Converted;
import dev.patchbay.core.imports.Doubles;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.RowConversion;
import dev.patchbay.core.imports.RowKey;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.spreadsheets.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks every row of a file and writes down what is wrong. No memory grows with the file: the keys
 * of its rows are in one of their own. Used once.
 */
final class CheckPass {
  private static final int AT_A_TIME = 1000;
  private static final String UNCOMPUTED =
      "holds formulas without a value: open and save the file in Excel";

  private final ImportStore store;
  private final ClaimedRun run;
  private final ImportOrder order;
  private final Progress progress;
  private final RowConversion conversion;
  private final Doubles doubles;
  private final List<Checked> waiting = new ArrayList<>();
  private long read;
  private long faulty;
  private long duplicates;

  /** A row; without a key there are problems. */
  private record Checked(long row, @Nullable RowKey key, List<ImportProblem> problems) {}

  CheckPass(
      ImportStore store, ClaimedRun run, ImportOrder order, Doubles doubles, Progress progress) {
    this.store = store;
    this.run = run;
    this.order = order;
    this.doubles = doubles;
    this.progress = progress;
    this.conversion = new RowConversion(order.columns());
  }

  /** Checks a file. */
  ImportCounts check(SheetInFile sheet, ProblemsFile problems)
      throws IOException, StoppedRunException, HopelessRunException {
    SheetRows.each(sheet, row -> take(row, problems));
    decide(problems);
    return new ImportCounts(read, read - faulty - duplicates, faulty, duplicates, 0, 0, 0);
  }

  private void take(Row row, ProblemsFile problems) throws IOException, StoppedRunException {
    read++;
    waiting.add(checked(row));
    progress.row();
    if (waiting.size() == AT_A_TIME) {
      decide(problems);
    }
  }

  private Checked checked(Row row) throws IOException {
    long number = row.number();
    if (GivenCells.isUncomputed(row)) {
      faulty++;
      return new Checked(number, null, List.of(whole(number, UNCOMPUTED)));
    }
    return switch (conversion.convert(number, column -> GivenCells.of(row.cell(column)))) {
      case Converted.Faulty(var faults) -> {
        faulty++;
        yield new Checked(number, null, faults);
      }
      case Converted.Ready ready -> {
        int first = doubles.note(ready.key(), Math.toIntExact(number));
        yield first == 0
            ? new Checked(number, ready.key(), List.of())
            : duplicate(number, first, ready.named());
      }
    };
  }

  private Checked duplicate(long row, int first, boolean named) {
    duplicates++;
    var says = named ? "has the same id as row %d; left out" : "says the same as row %d; left out";
    return new Checked(row, null, List.of(whole(row, says.formatted(first))));
  }

  private static ImportProblem whole(long row, String problem) {
    return new ImportProblem(row, "", "", "", problem);
  }

  /** Looks what earlier imports brought; problems are written in the order of the rows. */
  private void decide(ProblemsFile problems) throws IOException {
    var brought = brought();
    for (var row : waiting) {
      for (var problem : row.problems()) {
        problems.add(problem);
      }
      var earlier = row.key() == null ? null : brought.get(row.key());
      if (earlier != null) {
        duplicates++;
        problems.add(
            whole(
                row.row(),
                "was brought by import %s; left out, for it is not to be made again"
                    .formatted(earlier)));
      }
    }
    waiting.clear();
  }

  private Map<RowKey, String> brought() {
    var keys = waiting.stream().map(Checked::key).filter(Objects::nonNull).toList();
    return order.again() || keys.isEmpty() ? Map.of() : store.brought(order.service(), keys, run);
  }
}
