package dev.patchbay.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, as Markdown that also reads well in a terminal. */
public final class Report {
  private static final String BEGIN = "<!-- bench: begin -->";
  private static final String END = "<!-- bench: end -->";

  private final Map<String, List<Figure>> tables = new LinkedHashMap<>();

  public void add(String title, List<Figure> figures) {
    tables.put(title, List.copyOf(figures));
  }

  /** The machine, and a table for each bench. */
  public String text(LocalDate day) {
    var text = new StringBuilder(machine(day));
    tables.forEach((title, figures) -> text.append('\n').append(table(title, figures)));
    return text.toString();
  }

  /**
   * Replaces what stands between the file's markers, or begins the file.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    var old = Files.exists(file) ? Files.readString(file) : BEGIN + "\n" + END + "\n";
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no line " + BEGIN + " followed by " + END);
    }
    var before = old.substring(0, begin + BEGIN.length());
    Files.writeString(file, before + "\n" + text + old.substring(end));
  }

  private static String machine(LocalDate day) {
    return "Measured on %s: %d cores, %s, Java %s, PostgreSQL on the same machine.\n"
        .formatted(
            day,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.version());
  }

  public static String table(String title, List<Figure> figures) {
    var text = new StringBuilder("### " + title + "\n\n");
    text.append("| what | measured | wanted | |\n|:--|--:|--:|:--|\n");
    for (var figure : figures) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(figure.what(), figure.measured(), figure.wanted(), verdict(figure)));
    }
    return text.toString();
  }

  private static String verdict(Figure figure) {
    return switch (figure.goal()) {
      case Figure.Goal.Open _ -> "";
      case Figure.Goal.AtLeast _, Figure.Goal.AtMost _ -> figure.isMet() ? "met" : "missed";
    };
  }
}
