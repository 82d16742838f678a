package dev.patchbay.server.command.render;

import dev.patchbay.core.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes PDF files in a process of its own, whose libraries are not on the class path of the server:
 * a document that is too much for them takes nothing else with it, and one that takes too long is
 * killed with all that it has started.
 *
 * @param archive whether it shall be PDF/A-2b
 * @param limit how long a document may take
 * @param office the folder of LibreOffice, or empty to look for it
 */
record PdfProcess(boolean archive, Duration limit, String office) {
  /** System property with the class path of the process, set by the launcher. */
  static final String PATH = "patchbay.pdf.path";

  private static final String MAIN = "dev.patchbay.pdf.Main";

  /** On top of the limit, which the process keeps by itself: to start, and to clean up. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Converts a Word document. */
  PdfAnswer convert(byte[] docx) throws IOException {
    var classPath = System.getProperty(PATH, "");
    if (classPath.isBlank()) {
      return new PdfAnswer.Failed(
          "PDF is not part of this installation (" + PATH + " names no class path)");
    }
    var work = Files.createTempDirectory("patchbay-render");
    try {
      Files.write(work.resolve("document.docx"), docx);
      return convert(work, classPath);
    } finally {
      FileTree.delete(work);
    }
  }

  private PdfAnswer convert(Path work, String classPath) throws IOException {
    var process =
        new ProcessBuilder(command(work, classPath))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(limit.plus(MARGIN).toSeconds(), TimeUnit.SECONDS)) {
        return new PdfAnswer.Failed("the PDF was not made in time. Allow more with --seconds.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new PdfAnswer.Failed("interrupted");
    } finally {
      // first those that it has started: without it they would be nobody's
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return answer(work);
  }

  private List<String> command(Path work, String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx768m",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + work,
        "-Duser.home=" + work,
        "-cp",
        classPath,
        MAIN,
        work.resolve("document.docx").toString(),
        work.resolve("document.pdf").toString(),
        archive ? "PDF_A_2B" : "PLAIN",
        Long.toString(limit.toSeconds()),
        office,
        work.resolve("result").toString());
  }

  private static PdfAnswer answer(Path work) throws IOException {
    var result = work.resolve("result");
    if (!Files.exists(result)) {
      return new PdfAnswer.Failed(
          "the document is too much for the memory that PDF has. Make it smaller.");
    }
    return PdfAnswer.of(Files.readAllLines(result), work.resolve("document.pdf"));
  }
}
