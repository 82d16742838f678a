package dev.patchbay.server.crash;

import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.event.ReceiptStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stage × outcome: what became of the batch under way, and of the events whose sender got no
 * answer. Thread-safe.
 */
final class CrashTable {
  private final Map<String, TreeMap<String, Integer>> counts = new TreeMap<>();
  private String last = "(alive)";

  synchronized void killed(String stage) {
    last = stage;
    count(stage, "kills", 1);
  }

  synchronized void fate(String stage, Fate fate) {
    count(stage, fate.name(), 1);
  }

  /** What a sender was told who had to ask again. */
  synchronized void repeated(EventReceipts receipts) {
    receipts.receipts().forEach(receipt -> count(last, receipt.status().name(), 1));
  }

  synchronized int of(String stage, Enum<?> outcome) {
    return counts.getOrDefault(stage, new TreeMap<>()).getOrDefault(outcome.name(), 0);
  }

  synchronized String inWords() {
    var lines = new StringBuilder(line("stage", "kills", "applied", "void", "no batch"));
    lines.setLength(lines.length() - 1);
    lines.append("   events sent again: known already, new\n");
    counts.forEach(
        (stage, row) ->
            lines
                .append(line(stage, row, "kills", "APPLIED", "VOID", "NOTHING_OPEN"))
                .append(
                    "   %d, %d%n"
                        .formatted(
                            row.getOrDefault(ReceiptStatus.DUPLICATE.name(), 0),
                            row.getOrDefault(ReceiptStatus.ACCEPTED.name(), 0))));
    return lines.toString();
  }

  private void count(String stage, String what, int more) {
    counts.computeIfAbsent(stage, _ -> new TreeMap<>()).merge(what, more, Integer::sum);
  }

  private static String line(String stage, Map<String, Integer> row, String... columns) {
    return String.format(Locale.ROOT, "%-24s", stage)
        + Arrays.stream(columns)
            .map(column -> String.format(Locale.ROOT, "%9d", row.getOrDefault(column, 0)))
            .collect(Collectors.joining());
  }

  private static String line(String stage, String... columns) {
    return String.format(Locale.ROOT, "%-24s", stage)
        + Arrays.stream(columns)
            .map(column -> String.format(Locale.ROOT, "%9s", column))
            .collect(Collectors.joining())
        + "\n";
  }
}
