package dev.patchbay.pdf;

import dev.patchbay.pdf.font.FontChoice;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Does one thing in this process and writes into the result file what has become of it, a line for
 * each thing; the last line is {@code end}.
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
 */
public final class Main {
  private static final Set<String> OF_THIS_MACHINE = Set.of("file", "jar", "jrt");
  private static final int WITH_PICTURE = 10;

  private Main() {}

  /** Fails where there is nowhere to write the result. */
  public static void main(String[] args) throws IOException {
    URL.setURLStreamHandlerFactory(
        protocol -> OF_THIS_MACHINE.contains(protocol) ? null : new Unreachable());
    var given = List.of(args);
    if (given.getFirst().equals("fonts")) {
      write(Path.of(given.get(1)), fonts(given.subList(2, given.size())));
    } else {
      write(Path.of(given.get(6)), converted(given));
    }
  }

  private static void write(Path result, Stream<String> lines) throws IOException {
    Files.write(result, Stream.concat(lines, Stream.of("end")).map(Main::printable).toList());
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

  private static Stream<String> converted(List<String> args) {
    var limit = TimeLimit.ofSeconds(args.get(4));
    var pdf = Path.of(args.get(2));
    try (var converter = converter(args, limit)) {
      var kind = PdfKind.valueOf(args.get(3));
      return switch (converter.convert(Path.of(args.get(1)), pdf, kind)) {
        case PdfOutcome.Failed(var reason) -> Stream.of("failed " + reason);
        case PdfOutcome.TooLate(var reason) -> Stream.of("late " + reason);
        case PdfOutcome.Made made -> Stream.concat(lines(made), pages(args, pdf, limit));
      };
    } catch (PdfProblem problem) {
      return Stream.of("failed " + problem.getMessage());
    }
  }

  private static PdfConverter converter(List<String> args, TimeLimit limit) throws PdfProblem {
    return args.getFirst().equals("html")
        ? Wiring.htmlConverter(args.get(5), limit)
        : Wiring.converter(args.get(5), limit);
  }

  private static Stream<String> lines(PdfOutcome.Made made) {
    return Stream.of(
            Stream.of("made " + made.converter()),
            made.missingFonts().stream().map(each -> "font " + each),
            made.leftOut().stream().map(each -> "left " + each))
        .flatMap(lines -> lines);
  }

  private static Stream<String> pages(List<String> args, Path pdf, TimeLimit limit)
      throws PdfProblem {
    var pages = new PdfPages(pdf);
    try {
      return args.size() < WITH_PICTURE
          ? Stream.of("pages " + pages.count())
          : Stream.of("pages " + limit.run(() -> pages.draw(page(args))));
    } catch (TimeoutException slow) {
      throw new PdfProblem("the page was not drawn in time. Make the document simpler.", slow);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof PdfProblem problem
          ? problem
          : new PdfProblem("the page cannot be drawn", failure);
    }
  }

  private static PdfPages.Picture page(List<String> args) {
    return new PdfPages.Picture(
        Path.of(args.get(7)), Integer.parseInt(args.get(8)), Integer.parseInt(args.get(9)));
  }

  /** What comes from a document makes no line of its own, and commands no terminal. */
  private static String printable(String line) {
    return line.replaceAll("\\p{Cc}", " ");
  }

  /** No library gets to a host by a URL, whatever a document says: the second fence. */
  private static final class Unreachable extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("nothing is fetched");
    }
  }
}
