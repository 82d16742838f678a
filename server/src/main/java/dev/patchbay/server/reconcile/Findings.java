package dev.patchbay.server.reconcile;

import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.TableWriter;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Writes down what is found, one line each, and counts it. Used by one thread. */
final class Findings implements AutoCloseable {
  private static final int NOTED_AT_ONCE = 500;
  private static final TableLayout LAYOUT =
      new TableLayout(
          "Findings",
          Locale.ROOT,
          List.of(
              Column.of("Finding", ColumnType.TEXT),
              Column.of("Key", ColumnType.TEXT),
              Column.of("Row", ColumnType.INTEGER),
              Column.of("Column", ColumnType.TEXT),
              Column.of("Expected", ColumnType.TEXT),
              Column.of("Shown", ColumnType.TEXT),
              Column.of("Delivery", ColumnType.TEXT)));

  private final TableWriter writer;
  private final Consumer<List<FoundKey>> noted;
  private final List<FoundKey> amiss = new ArrayList<>();
  private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);

  /**
   * Begins a file.
   *
   * @param noted told of keys that delivering again would mend, some at a time
   */
  Findings(Path file, Consumer<List<FoundKey>> noted) throws IOException {
    this.writer = new TableFormat.Csv(CsvOptions.CSV).open(file, LAYOUT);
    this.noted = noted;
  }

  void add(Finding finding) throws IOException {
    writer.write(finding.cells());
    counts.merge(finding.kind(), 1L, Long::sum);
  }

  /** The row of this key is amiss: delivering it again would mend it. */
  void amiss(FoundKey key) {
    amiss.add(key);
    if (amiss.size() >= NOTED_AT_ONCE) {
      flush();
    }
  }

  private void flush() {
    if (!amiss.isEmpty()) {
      noted.accept(List.copyOf(amiss));
      amiss.clear();
    }
  }

  /** Completes the file and tells how many lines it has. */
  long finish() throws IOException {
    flush();
    return writer.finish().rows();
  }

  /** What was found, for the log of a run. */
  List<String> words() {
    var words = new ArrayList<String>();
    for (var kind : Finding.Kind.values()) {
      words.add("%,d %s".formatted(counts.getOrDefault(kind, 0L), kind.words()));
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
