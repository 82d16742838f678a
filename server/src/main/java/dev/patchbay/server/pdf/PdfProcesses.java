package dev.patchbay.server.pdf;

import dev.patchbay.core.file.FileTree;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.process.ChildJvm;
import dev.patchbay.server.process.ChildJvm.Ending;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.InstalledPath;
import dev.patchbay.server.process.JvmPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes PDF files in processes of their own, whose libraries are not on the class path of the
 * server: a document that is too much for them takes nothing else with it, and one that takes too
 * long is killed with all that it has started. Processes are kept for the next document, and so is
 * the LibreOffice of each. Thread-safe; closing ends them.
 */
public final class PdfProcesses implements PdfMaker, AutoCloseable {
  /** System property with the class path of the process, set by whoever starts the server. */
  private static final String PATH = "patchbay.pdf.path";

  private static final String MAIN = "dev.patchbay.pdf.Main";
  private static final String MEMORY = "768m";
  private static final String RESULT = "result";

  /** On top of the limit, which the process keeps by itself: to start, and to clean up. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Duration FONTS = Duration.ofSeconds(30);
  private static final String ABSENT =
      "PDF is not part of this installation ("
          + PATH
          + " names no class path). Documents can be had as they are without it.";

  private static final String NO_DOCUMENT = "workbooks are no documents";

  private final JvmPool pool;

  PdfProcesses(JvmPool pool) {
    this.pool = pool;
  }

  /**
   * Those of this installation; none is started yet.
   *
   * @param children among which they run
   */
  public static PdfProcesses installed(ChildProcesses children) {
    return of(System.getProperty(PATH, "").strip(), children);
  }

  /** By a class path, of which something must be there. */
  public static PdfProcesses of(String path, ChildProcesses children) {
    var jvm =
        new ChildJvm(InstalledPath.of(path), MAIN, MEMORY, ChildJvm.Environment.BARE, children);
    return new PdfProcesses(new JvmPool(jvm, JvmPool.Lifetime.USUAL));
  }

  @Override
  public PdfAnswer convert(FilledDocument document, PdfOrder order) throws IOException {
    if (!pool.isInstalled()) {
      return new PdfAnswer.Absent(ABSENT);
    }
    var work = pool.newFolder();
    try {
      var source = work.resolve(name(document.kind()));
      Files.write(source, document.content());
      var arguments = arguments(document.kind(), source, order);
      return switch (pool.carryOut(arguments, order.limit().plus(MARGIN))) {
        case STOPPED -> new PdfAnswer.Busy();
        case TOO_LATE ->
            new PdfAnswer.Unfinished(
                "the PDF was not made within %d s. Make the document smaller, or allow more time."
                    .formatted(order.limit().toSeconds()));
        case BY_ITSELF -> {
          var content = order.picture().isPresent() ? "page.png" : "document.pdf";
          yield PdfAnswer.of(result(work), work.resolve(content));
        }
      };
    } finally {
      FileTree.delete(work);
    }
  }

  @Override
  public Optional<List<String>> missing(List<String> fonts) throws IOException {
    if (!pool.isInstalled()) {
      return Optional.empty();
    }
    var work = pool.newFolder();
    try {
      var arguments = new ArrayList<>(List.of("fonts", work.resolve(RESULT).toString()));
      arguments.addAll(fonts);
      boolean ended = pool.carryOut(arguments, FONTS) == Ending.BY_ITSELF;
      var lines = ended ? result(work) : List.of("failed");
      return lines.getLast().equals("end") && PdfAnswer.of("failed", lines).isEmpty()
          ? Optional.of(PdfAnswer.of("font", lines))
          : Optional.empty();
    } finally {
      FileTree.delete(work);
    }
  }

  /** LibreOffice goes by the ending. */
  private static String name(TemplateKind kind) {
    return "document." + kind.name().toLowerCase(Locale.ROOT);
  }

  private static String verb(TemplateKind kind) {
    return switch (kind) {
      case DOCX -> "convert";
      case HTML -> "html";
      case XLSX -> throw new IllegalArgumentException(NO_DOCUMENT);
    };
  }

  /** The folder that a document is converted with: LibreOffice's, or that of its pictures. */
  private static String helper(TemplateKind kind, PdfOrder order) {
    return switch (kind) {
      case DOCX -> order.office();
      case HTML -> order.folder().map(Path::toString).orElse("");
      case XLSX -> throw new IllegalArgumentException(NO_DOCUMENT);
    };
  }

  private static List<String> arguments(TemplateKind kind, Path source, PdfOrder order) {
    var arguments =
        new ArrayList<>(
            List.of(
                verb(kind),
                source.toString(),
                source.resolveSibling("document.pdf").toString(),
                order.archive() ? "PDF_A_2B" : "PLAIN",
                Long.toString(order.limit().toSeconds()),
                helper(kind, order),
                source.resolveSibling(RESULT).toString()));
    order
        .picture()
        .ifPresent(
            picture ->
                arguments.addAll(
                    List.of(
                        source.resolveSibling("page.png").toString(),
                        Integer.toString(picture.page()),
                        Integer.toString(picture.width()))));
    return arguments;
  }

  private static List<String> result(Path work) throws IOException {
    var result = work.resolve(RESULT);
    return Files.exists(result)
        ? Files.readAllLines(result)
        : List.of(
            "late the process that makes PDF files was ended before it was done. If that comes again,"
                + " the document is too much for the memory there is: make it smaller.");
  }

  /** Ends those that wait for a document; others end with theirs. */
  @Override
  public void close() {
    pool.close();
  }
}
