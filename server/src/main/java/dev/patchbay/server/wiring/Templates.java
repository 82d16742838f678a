package dev.patchbay.server.wiring;

import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.server.document.DocxTemplates;
import dev.patchbay.server.document.PdfConverter;
import dev.patchbay.server.document.PdfProcess;
import dev.patchbay.server.issuing.DocumentMaker;
import dev.patchbay.server.issuing.TemplateMaker;

/**
 * Document templates and what fills them in.
 *
 * @param pdf the one of this node: all who want PDF files share its places
 */
record Templates(
    TemplateStore store, TemplateEngine engine, PdfConverter pdf, DocumentMaker maker) {
  static Templates of(Storage storage) {
    var store = storage.config().templates();
    var engine = new DocxTemplates();
    var pdf = new PdfConverter(PdfProcess.installed());
    return new Templates(store, engine, pdf, new TemplateMaker(store, engine, pdf));
  }
}
