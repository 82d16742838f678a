package dev.patchbay.pdf.office;

import dev.patchbay.pdf.DisarmedDocument;
import dev.patchbay.pdf.PdfConverter;
import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.PdfProblem;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.WorkFolder;
import dev.patchbay.pdf.font.FontChoice;
import dev.patchbay.pdf.font.UnshownCharacters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.local.LocalConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes PDF files with LibreOffice, which runs without a display and with a profile of our own. A
 * document that takes too long costs the process that is at it its life; the next document gets a
 * new one.
 */
public final class OfficeConverter implements PdfConverter {
  private static final String NAME = "LibreOffice";
  private static final Logger LOG = LoggerFactory.getLogger(OfficeConverter.class);

  /** Of LibreOffice's {@code com.sun.star.document.UpdateDocMode} and {@code MacroExecMode}. */
  private static final Map<String, Object> CAREFULLY =
      Map.of(
          "Hidden",
          true,
          "ReadOnly",
          true,
          "UpdateDocMode",
          (short) 0,
          "MacroExecutionMode",
          (short) 0);

  private final OfficePool pool;
  private final TimeLimit limit;

  /** Starts nothing yet. */
  public OfficeConverter(OfficeFolder folder, TimeLimit limit) {
    this.pool = new OfficePool(folder, limit);
    this.limit = limit;
  }

  @Override
  public PdfOutcome convert(Path docx, Path pdf, PdfKind kind) {
    try (var work = WorkFolder.create()) {
      var document = work.path().resolve("document.docx");
      DisarmedDocument.write(docx, document);
      store(document, work.pdf(), kind);
      var made = made(document, UnshownCharacters.asText(BlankGlyphs.in(work.pdf())));
      work.handOver(pdf);
      return made;
    } catch (PdfProblem problem) {
      return new PdfOutcome.Failed(problem.getMessage());
    } catch (OfficeException failure) {
      return failed(failure);
    } catch (IOException failure) {
      LOG.error("A document cannot be converted", failure);
      return new PdfOutcome.Failed("the document cannot be read. See whether it is there.");
    }
  }

  private void store(Path document, Path pdf, PdfKind kind) throws OfficeException, IOException {
    var converter =
        LocalConverter.builder()
            .officeManager(pool.started())
            .applyDefaultLoadProperties(false)
            .loadProperties(CAREFULLY)
            .storeProperties(filter(kind))
            .build();
    converter
        .convert(document.toFile())
        .as(DefaultDocumentFormatRegistry.DOCX)
        .to(pdf.toFile())
        .as(DefaultDocumentFormatRegistry.PDF)
        .execute();
  }

  /** As the filter is told: {@code SelectPdfVersion} 2 is PDF/A-2b, 0 is the usual. */
  private static Map<String, Object> filter(PdfKind kind) {
    int version =
        switch (kind) {
          case PLAIN -> 0;
          case PDF_A_2B -> 2;
        };
    return Map.of(
        "FilterName", "writer_pdf_Export", "FilterData", Map.of("SelectPdfVersion", version));
  }

  /** LibreOffice reads more than docx4j, which fails in any way then. */
  private static PdfOutcome.Made made(Path document, List<String> leftOut) {
    var choice = new FontChoice();
    try {
      WordprocessingMLPackage.load(document.toFile()).setFontMapper(choice);
      return new PdfOutcome.Made(NAME, choice.missing(), leftOut);
    } catch (Docx4JException | RuntimeException unread) {
      LOG.warn("The fonts of a document cannot be told", unread);
      var all = new ArrayList<>(leftOut);
      all.add("a look at which fonts are missing");
      return new PdfOutcome.Made(NAME, List.of(), all);
    }
  }

  private PdfOutcome failed(OfficeException failure) {
    if (failure.getCause() instanceof TimeoutException) {
      return limit.exceeded();
    }
    LOG.error("LibreOffice fails", failure);
    return new PdfOutcome.Failed(
        "LibreOffice cannot convert the document. Try to open it there, and save it again.");
  }

  /** Ends LibreOffice. */
  @Override
  public void close() {
    pool.close();
  }
}
