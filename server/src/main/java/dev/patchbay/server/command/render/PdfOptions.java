package dev.patchbay.server.command.render;

import dev.patchbay.server.pdf.PdfOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be said about a PDF. */
final class PdfOptions {
  private static final int MOST_SECONDS = 3600;

  @Option(
      names = "--pdf-a",
      description = "A PDF for archives: PDF/A-2b. Of Word it takes LibreOffice.")
  private boolean archive;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "N",
      description = "How long a PDF may take, 1 to 3600; ${DEFAULT-VALUE} without it.")
  private int seconds;

  @Option(
      names = "--office",
      defaultValue = "",
      paramLabel = "DIR",
      description = "The folder of LibreOffice, where it is not found by itself.")
  private String office = "";

  /** What is wrong with them; empty if nothing is. */
  String problem(boolean pdf) {
    if (archive && !pdf) {
      return "--pdf-a goes with an --out that ends in .pdf";
    }
    return seconds < 1 || seconds > MOST_SECONDS ? "--seconds must be 1 to " + MOST_SECONDS : "";
  }

  /**
   * What is ordered by them.
   *
   * @param folder with the pictures and style sheets of HTML
   */
  PdfOrder order(Optional<Path> folder) {
    return new PdfOrder(archive, Duration.ofSeconds(seconds), office, folder, Optional.empty());
  }
}
