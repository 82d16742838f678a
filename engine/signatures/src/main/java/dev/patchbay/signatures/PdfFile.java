package dev.patchbay.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens PDF files. */
public final class PdfFile {
  private static final String ENCRYPTED =
      "the PDF is encrypted. Take its password away with the program that set it, and try again.";

  private PdfFile() {}

  /**
   * Opens one; the caller closes it.
   *
   * @throws PdfRefusal if there is none, or it is damaged, encrypted or without a page
   */
  public static PDDocument load(Path file) throws PdfRefusal {
    if (!Files.isRegularFile(file)) {
      throw new PdfRefusal(file + " is not there, or is no file");
    }
    try {
      return demandOpen(Loader.loadPDF(file.toFile()));
    } catch (InvalidPasswordException encrypted) {
      throw new PdfRefusal(ENCRYPTED, encrypted);
    } catch (IOException | RuntimeException damaged) {
      throw new PdfRefusal("the file is no PDF, or it is damaged", damaged);
    }
  }

  private static PDDocument demandOpen(PDDocument document) throws IOException, PdfRefusal {
    if (document.isEncrypted()) {
      document.close();
      throw new PdfRefusal(ENCRYPTED);
    }
    if (document.getNumberOfPages() == 0) {
      document.close();
      throw new PdfRefusal("the PDF has no page");
    }
    return document;
  }
}
