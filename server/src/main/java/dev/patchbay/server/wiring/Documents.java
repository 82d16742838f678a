package dev.patchbay.server.wiring;

import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import dev.patchbay.server.issuing.maker.FinishingMaker;
import dev.patchbay.server.issuing.maker.TemplateMaker;
import dev.patchbay.server.pdf.PdfConverter;
import dev.patchbay.server.pdf.PdfProcesses;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.Turnstile;
import dev.patchbay.server.signature.PdfFinisher;
import dev.patchbay.server.signature.ProcessFinisher;
import dev.patchbay.server.signature.SignatureDesk;
import dev.patchbay.server.signature.SignatureProcess;
import dev.patchbay.server.template.FileTemplates;
import dev.patchbay.server.workbook.WorkbookProcess;
import dev.patchbay.server.workbook.Workbooks;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What makes documents, for all who want some. Closing it ends all that is being made.
 *
 * @param processes that work on some
 * @param pdfProcesses those of them that make PDF files
 * @param workbooks fills those that people made, one at a time on this server
 * @param templates fills them in
 * @param pdf makes PDF files of them, some at a time on this server
 * @param finisher stamps and signs PDF files, some at a time likewise
 * @param signatures says what those of PDF files are worth, and takes turns with it
 * @param maker makes them of the templates that the hub keeps
 */
record Documents(
    ChildProcesses processes,
    PdfProcesses pdfProcesses,
    Workbooks workbooks,
    TemplateEngine templates,
    PdfConverter pdf,
    PdfFinisher finisher,
    SignatureDesk signatures,
    DocumentMaker maker)
    implements AutoCloseable {
  private static final Duration SIGNATURE_LIMIT = Duration.ofSeconds(60);

  static Documents create(Storage storage, InstantSource clock) {
    var processes = new ChildProcesses(WorkFolder.ofThisProcess());
    var workbooks = WorkbookProcess.installed(processes);
    var templates = new FileTemplates(workbooks);
    var pdfProcesses = PdfProcesses.installed(processes);
    var pdf = new PdfConverter(pdfProcesses);
    var process = SignatureProcess.installed(SIGNATURE_LIMIT, processes);
    var turnstile = Turnstile.ofProcesses();
    var finisher = new ProcessFinisher(process, turnstile);
    var made = new TemplateMaker(storage.config().templates(), templates, pdf);
    return new Documents(
        processes,
        pdfProcesses,
        workbooks,
        templates,
        pdf,
        finisher,
        SignatureDesk.of(process, turnstile),
        new FinishingMaker(made, finisher, clock));
  }

  @Override
  public void close() {
    processes.close();
    pdfProcesses.close();
  }
}
