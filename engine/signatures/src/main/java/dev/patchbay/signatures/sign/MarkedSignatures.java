package dev.patchbay.signatures.sign;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jspecify.annotations.Nullable;

/**
 * Has DSS take what a signature shows from us: its own drawings know no fonts of ours, and stand
 * elsewhere on pages that are cropped.
 */
final class MarkedSignatures extends PdfBoxNativeObjectFactory {
  private final MarkTemplate mark;

  MarkedSignatures(MarkTemplate mark) {
    this.mark = mark;
  }

  @Override
  public PDFSignatureService newPAdESSignatureService() {
    PdfBoxSignatureDrawerFactory drawers = _ -> new Drawer(mark);
    return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, drawers));
  }

  /** Asked twice, for the digest and for the file: both times the same is shown. */
  private static final class Drawer implements PdfBoxSignatureDrawer {
    private final MarkTemplate mark;
    private @Nullable SignatureOptions options;

    private Drawer(MarkTemplate mark) {
      this.mark = mark;
    }

    @Override
    public void init(
        SignatureImageParameters parameters, PDDocument document, SignatureOptions options) {
      this.options = options;
    }

    @Override
    public void draw() throws IOException {
      if (options != null) {
        options.setVisualSignature(new ByteArrayInputStream(mark.pdf()));
        options.setPage(mark.page());
      }
    }
  }
}
