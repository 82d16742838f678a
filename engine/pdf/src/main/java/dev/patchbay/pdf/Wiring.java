package dev.patchbay.pdf;

import dev.patchbay.pdf.fo.FoConverter;
import dev.patchbay.pdf.html.HtmlConverter;
import dev.patchbay.pdf.office.OfficeConverter;
import dev.patchbay.pdf.office.OfficeFolder;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses the converter. */
public final class Wiring {
  private Wiring() {}

  /**
   * LibreOffice where there is one, else docx4j.
   *
   * @param office the folder of LibreOffice, or empty to look for it
   * @param limit how long a document may take
   * @throws PdfProblem if that folder holds none
   */
  public static PdfConverter converter(String office, TimeLimit limit) throws PdfProblem {
    var folder =
        office.isEmpty() ? OfficeFolder.found() : Optional.of(OfficeFolder.of(Path.of(office)));
    return folder
        .<PdfConverter>map(found -> new OfficeConverter(found, limit))
        .orElseGet(() -> new FoConverter(limit));
  }

  /**
   * For HTML files.
   *
   * @param folder with their pictures and style sheets, or empty where they are beside them
   * @param limit how long a file may take
   */
  public static PdfConverter htmlConverter(String folder, TimeLimit limit) {
    return new HtmlConverter(
        limit, folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)));
  }
}
