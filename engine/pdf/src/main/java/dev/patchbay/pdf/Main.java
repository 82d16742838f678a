package dev.patchbay.pdf;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code DOCX PDF KIND SECONDS OFFICE RESULT}: converts one document in this process and writes
 * into the result file what has become of it, a line for each thing: {@code made NAME} with the
 * converter, {@code font NAME} for each missing font and {@code left TEXT} for what could not be
 * shown; or {@code failed REASON}. OFFICE is the folder of LibreOffice, or empty to look for it.
 */
public final class Main {
  private static final Set<String> OF_THIS_MACHINE = Set.of("file", "jar", "jrt");

  private Main() {}

  /** Fails where there is nowhere to write the result. */
  public static void main(String[] args) throws IOException {
    URL.setURLStreamHandlerFactory(
        protocol -> OF_THIS_MACHINE.contains(protocol) ? null : new Unreachable());
    Files.write(Path.of(args[5]), lines(outcome(args)));
  }

  private static PdfOutcome outcome(String[] args) {
    var limit = new TimeLimit(Duration.ofSeconds(Long.parseLong(args[3])));
    try (var converter = Wiring.converter(args[4], limit)) {
      return converter.convert(Path.of(args[0]), Path.of(args[1]), PdfKind.valueOf(args[2]));
    } catch (PdfProblem problem) {
      return new PdfOutcome.Failed(problem.getMessage());
    }
  }

  private static List<String> lines(PdfOutcome outcome) {
    return switch (outcome) {
      case PdfOutcome.Failed(var reason) -> List.of("failed " + reason);
      case PdfOutcome.Made(var converter, var missingFonts, var leftOut) ->
          Stream.of(
                  Stream.of("made " + converter),
                  missingFonts.stream().map(each -> "font " + each),
                  leftOut.stream().map(each -> "left " + each))
              .flatMap(lines -> lines)
              .map(Main::printable)
              .toList();
    };
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
