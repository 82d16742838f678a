package dev.patchbay.server.crash;

import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.event.ReceiptStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Stage × outcome: what became of the batch under way, and of the events whose sender got no
 * answer. Thread-safe.
 */
final class CrashTable {
  private final Map<String, TreeMap<String, Integer>> counts = new TreeMap<>();
  private String last = "(alive)";

  /** It is about to die there: whoever gets no answer from now on, gets none because of that. */
  synchronized void dying(String stage) {
    last = stage;
  }

  synchronized void killed() {
    count(last, "kills", 1);
  }

  synchronized void fate(String stage, Fate fate) {
    count(stage, fate.name(), 1);
  }

  /** Takes down what a sender is told who gets no answer now and has to ask again. */
  synchronized Consumer<EventReceipts> unanswered() {
    return new Unanswered(this, last);
  }

  /** One stage's line; equal for the same stage. */
  private record Unanswered(CrashTable table, String stage) implements Consumer<EventReceipts> {
    @Override
    public void accept(EventReceipts receipts) {
      table.repeated(stage, receipts);
    }
  }

  private synchronized void repeated(String stage, EventReceipts receipts) {
    receipts.receipts().forEach(receipt -> count(stage, receipt.status().name(), 1));
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
