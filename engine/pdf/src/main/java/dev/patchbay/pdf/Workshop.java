package dev.patchbay.pdf;

import dev.patchbay.pdf.font.FontChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out orders and writes into a result file what has become of each, a line for each thing;
 * the last line is {@code end}. Not thread-safe.
 *
 * <p>{@code convert DOCX PDF KIND SECONDS OFFICE RESULT [PNG PAGE WIDTH]} converts a document, and
 * makes a picture of one of its pages: {@code made NAME} with the converter, {@code pages N},
 * {@code font NAME} for each missing font and {@code left TEXT} for what could not be shown; or
 * {@code failed REASON}, or {@code late REASON} where the time was over. OFFICE is the folder of
 * LibreOffice, or empty to look for it; PAGE counts from 1, WIDTH is in pixels, 0 for 96 to the
 * inch.
 *
 * <p>{@code html HTML PDF KIND SECONDS FOLDER RESULT [PNG PAGE WIDTH]} does likewise for an HTML
 * file. FOLDER has its pictures and style sheets, or is empty where they are beside it.
 *
 * <p>{@code fonts RESULT NAME…} says {@code font NAME} for each of these fonts that is missing.
 *
 * <p>What converts Word documents is kept for the next, and LibreOffice goes on running.
 */
final class Workshop implements AutoCloseable {
  private static final int WITH_PICTURE = 10;

  private @Nullable Kept kept;

  /** A converter, and what it was made for. */
  private record Kept(String office, TimeLimit limit, PdfConverter converter) {
    boolean fits(String otherOffice, TimeLimit otherLimit) {
      return office.equals(otherOffice) && limit.equals(otherLimit);
    }
  }

  /**
   * Carries out one.
   *
   * @return whether another may follow: a document that was not converted may have left a thread
   *     behind, or less memory
   * @throws IOException if there is nowhere to write the result
   */
  boolean carriesOut(List<String> order) throws IOException {
    boolean isOfFonts = order.getFirst().equals("fonts");
    var lines = isOfFonts ? fonts(order.subList(2, order.size())) : converted(order);
    var answer = Stream.concat(lines, Stream.of("end")).map(Workshop::printable).toList();
    Files.write(Path.of(order.get(isOfFonts ? 1 : 6)), answer);
    return isOfFonts || answer.getFirst().startsWith("made ");
  }

  private static Stream<String> fonts(List<String> names) {
    var choice = new FontChoice();
    try {
      choice.populateFontMappings(new TreeSet<>(names), null);
      return choice.missing().stream().map(name -> "font " + name);
    } catch (Exception unknown) { // docx4j says what goes wrong by exceptions of any kind
      return Stream.of("failed the fonts of this machine cannot be told");
    }
  }

  private Stream<String> converted(List<String> order) {
    var limit = TimeLimit.ofSeconds(order.get(4));
    var pdf = Path.of(order.get(2));
    try {
      var kind = PdfKind.valueOf(order.get(3));
      return switch (converter(order, limit).convert(Path.of(order.get(1)), pdf, kind)) {
        case PdfOutcome.Failed(var reason) -> Stream.of("failed " + reason);
        case PdfOutcome.TooLate(var reason) -> Stream.of("late " + reason);
        case PdfOutcome.Made made -> Stream.concat(lines(made), pages(order, pdf, limit));
      };
    } catch (PdfProblem problem) {
      return Stream.of("failed " + problem.getMessage());
    }
  }

  private PdfConverter converter(List<String> order, TimeLimit limit) throws PdfProblem {
    var helper = order.get(5);
    if (order.getFirst().equals("html")) {
      return Wiring.htmlConverter(helper, limit);
    }
    var before = kept;
    if (before == null || !before.fits(helper, limit)) {
      close();
      kept = new Kept(helper, limit, Wiring.converter(helper, limit));
    }
    return Objects.requireNonNull(kept).converter();
  }

  private static Stream<String> lines(PdfOutcome.Made made) {
    return Stream.of(
            Stream.of("made " + made.converter()),
            made.missingFonts().stream().map(each -> "font " + each),
            made.leftOut().stream().map(each -> "left " + each))
        .flatMap(lines -> lines);
  }

  private static Stream<String> pages(List<String> order, Path pdf, TimeLimit limit)
      throws PdfProblem {
    var pages = new PdfPages(pdf);
    try {
      return order.size() < WITH_PICTURE
          ? Stream.of("pages " + pages.count())
          : Stream.of("pages " + limit.run(() -> pages.draw(page(order))));
    } catch (TimeoutException slow) {
      throw new PdfProblem("the page was not drawn in time. Make the document simpler.", slow);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof PdfProblem problem
          ? problem
          : new PdfProblem("the page cannot be drawn", failure);
    }
  }

  private static PdfPages.Picture page(List<String> order) {
    return new PdfPages.Picture(
        Path.of(order.get(7)), Integer.parseInt(order.get(8)), Integer.parseInt(order.get(9)));
  }

  /** What comes from a document makes no line of its own, and commands no terminal. */
  private static String printable(String line) {
    return line.replaceAll("\\p{Cc}", " ");
  }

  /** Ends what it has started. */
  @Override
  public void close() {
    var before = kept;
    if (before != null) {
      before.converter().close();
      kept = null;
    }
  }
}
