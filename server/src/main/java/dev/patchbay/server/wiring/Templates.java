package dev.patchbay.server.wiring;

import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.server.document.DocxTemplates;
import dev.patchbay.server.document.PdfConverter;
import dev.patchbay.server.document.PdfProcess;

/**
 * Document templates and what fills them in.
 *
 * @param pdf the one of this node: all who want PDF files share its places
 */
record Templates(TemplateStore store, TemplateEngine engine, PdfConverter pdf) {
  static Templates of(Storage storage) {
    return new Templates(
        storage.config().templates(),
        new DocxTemplates(),
        new PdfConverter(PdfProcess.installed()));
  }
}
