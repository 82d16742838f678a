package dev.patchbay.server.chaos;

import dev.patchbay.server.chaos.check.Invariant;
import dev.patchbay.server.chaos.fault.NamedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fault by invariant, as Markdown. */
final class Table {
  private static final Path DIRECTORY = Path.of("target", "chaos");

  private static final int MOST_TOLD = 50;

  private final String file;
  private final List<String> lines = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param name of its file below {@code target/chaos}, without ending
   */
  Table(String name) {
    this.file = name + ".md";
    var headings = Stream.of(Invariant.values()).map(Invariant::heading);
    lines.add("| fault | " + headings.collect(Collectors.joining(" | ")) + " |");
    lines.add("|:--|" + ":-:|".repeat(Invariant.values().length));
  }

  /**
   * What was found after a fault.
   *
   * @param healthyAfter shown where the hub became healthy
   * @param wrong by invariant; one without an entry was not looked at
   */
  void add(NamedFault fault, Duration healthyAfter, Map<Invariant, List<String>> wrong) {
    var cells =
        Stream.of(Invariant.values())
            .map(invariant -> cell(fault, invariant, healthyAfter, wrong))
            .collect(Collectors.joining(" | "));
    lines.add("| " + fault.name() + " | " + cells + " |");
    System.out.println(lines.getLast());
    wrong.forEach(
        (invariant, found) -> {
          if (!fault.notApplicable().contains(invariant)) {
            found.forEach(one -> violated(fault.name() + ": " + invariant.heading() + ": " + one));
          }
        });
  }

  private void violated(String how) {
    violations.add(how);
    if (violations.size() <= MOST_TOLD) {
      System.out.println(how);
    }
  }

  /** Everything that was wrong, in words. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  void write() throws IOException {
    Files.write(Files.createDirectories(DIRECTORY).resolve(file), lines);
  }

  private static String cell(
      NamedFault fault,
      Invariant invariant,
      Duration healthyAfter,
      Map<Invariant, List<String>> wrong) {
    if (!wrong.containsKey(invariant) || fault.notApplicable().contains(invariant)) {
      return "–";
    }
    if (!wrong.getOrDefault(invariant, List.of()).isEmpty()) {
      return "VIOLATED";
    }
    return invariant == Invariant.HEALTHY
        ? String.format(Locale.ROOT, "%.1f s", healthyAfter.toMillis() / 1e3)
        : "ok";
  }
}
