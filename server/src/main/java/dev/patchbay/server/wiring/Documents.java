package dev.patchbay.server.wiring;

import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.server.document.DocxTemplates;
import dev.patchbay.server.document.PdfConverter;
import dev.patchbay.server.document.PdfProcess;
import dev.patchbay.server.document.SignatureDesk;

/**
 * What makes documents, for all who want some.
 *
 * @param templates fills them in
 * @param pdf makes PDF files of them, some at a time on this server
 * @param signatures says what those of PDF files are worth, some at a time likewise
 */
record Documents(TemplateEngine templates, PdfConverter pdf, SignatureDesk signatures) {
  static Documents create() {
    return new Documents(
        new DocxTemplates(), new PdfConverter(PdfProcess.installed()), SignatureDesk.installed());
  }
}
