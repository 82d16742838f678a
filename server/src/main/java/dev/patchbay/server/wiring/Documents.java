package dev.patchbay.server.wiring;

import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.server.document.FileTemplates;
import dev.patchbay.server.document.PdfConverter;
import dev.patchbay.server.document.PdfProcess;
import dev.patchbay.server.document.SignatureDesk;
import dev.patchbay.server.issuing.DocumentMaker;
import dev.patchbay.server.issuing.TemplateMaker;

/**
 * What makes documents, for all who want some.
 *
 * @param templates fills them in
 * @param pdf makes PDF files of them, some at a time on this server
 * @param signatures says what those of PDF files are worth, some at a time likewise
 * @param maker makes them of the templates that the hub keeps
 */
record Documents(
    TemplateEngine templates, PdfConverter pdf, SignatureDesk signatures, DocumentMaker maker) {
  static Documents create(Storage storage) {
    var templates = new FileTemplates();
    var pdf = new PdfConverter(PdfProcess.installed());
    var store = storage.config().templates();
    return new Documents(
        templates, pdf, SignatureDesk.installed(), new TemplateMaker(store, templates, pdf));
  }
}
