package dev.patchbay.pdf.fo;

import dev.patchbay.pdf.DisarmedDocument;
import dev.patchbay.pdf.PdfConverter;
import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.PdfProblem;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes PDF files in this JVM: docx4j turns a document into formatting objects (XSL-FO), Apache FOP
 * sets them. One document at a time, as docx4j keeps fonts in statics. A conversion that does not
 * end in time cannot be killed, so run it in a process of its own where that matters.
 */
public final class FoConverter implements PdfConverter {
  private static final Logger LOG = LoggerFactory.getLogger(FoConverter.class);
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final TimeLimit limit;

  /** With how long a document may take. */
  public FoConverter(TimeLimit limit) {
    this.limit = limit;
  }

  @Override
  public PdfOutcome convert(Path docx, Path pdf, PdfKind kind) {
    return switch (kind) {
      case PLAIN -> plain(docx, pdf);
      case PDF_A_2B ->
          new PdfOutcome.Failed(
              "PDF/A-2b is made by LibreOffice only, and there is none. Install it (Debian:"
                  + " libreoffice-writer-nogui), or say with --office where it is.");
    };
  }

  private PdfOutcome plain(Path docx, Path pdf) {
    try {
      return limit.run(() -> alone(docx, pdf));
    } catch (TimeoutException slow) {
      return limit.exceeded();
    } catch (ExecutionException failure) {
      return failed(failure);
    }
  }

  private static PdfOutcome alone(Path docx, Path pdf) throws Exception {
    ONE_AT_A_TIME.lockInterruptibly();
    try (var work = WorkFolder.create()) {
      var document = work.path().resolve("document.docx");
      DisarmedDocument.write(docx, document);
      var pictures = Files.createDirectory(work.path().resolve("pictures"));
      var typesetting = new Typesetting(WordprocessingMLPackage.load(document.toFile()), pictures);
      var made = withLostText(typesetting.write(work.pdf()), document, work.pdf());
      work.handOver(pdf);
      return made;
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static PdfOutcome withLostText(PdfOutcome.Made made, Path docx, Path pdf)
      throws IOException {
    var leftOut = new ArrayList<>(made.leftOut());
    leftOut.addAll(LostText.between(docx, pdf));
    return new PdfOutcome.Made(made.converter(), made.missingFonts(), leftOut);
  }

  private static PdfOutcome failed(ExecutionException failure) {
    if (failure.getCause() instanceof PdfProblem problem) {
      return new PdfOutcome.Failed(problem.getMessage());
    }
    LOG.error("A document cannot be converted", failure);
    return new PdfOutcome.Failed(
        "the document holds something that cannot be converted here. Save it again in Word, or"
            + " install LibreOffice, which converts more.");
  }

  /** There is nothing to end. */
  @Override
  public void close() {}
}
