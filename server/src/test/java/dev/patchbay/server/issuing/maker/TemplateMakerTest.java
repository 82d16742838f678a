package dev.patchbay.server.issuing.maker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.server.issuing.KeptTemplate;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import dev.patchbay.server.issuing.maker.DocumentMaker.Order;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfConverter;
import dev.patchbay.server.pdf.PdfMaker;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.ReportFile;
import dev.patchbay.server.template.FileTemplates;
import dev.patchbay.server.workbook.WorkbookProcess;
import dev.patchbay.spi.Cause;
import dev.patchbay.testkit.docx.DocxDump;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Documents of templates that are kept, as Word and as PDF. */
class TemplateMakerTest {
  private final KeptTemplate template =
      new KeptTemplate("letter", DocxFile.of("Dear {{ name }}"), DocxFile.of("Hello {{ name }}"));
  private final FileTemplates templates =
      new FileTemplates(WorkbookProcess.installed(ChildProcesses.ofCommand()));
  private PdfAnswer answer = new PdfAnswer.Busy();

  private final class Pdf implements PdfMaker {
    @Override
    public PdfAnswer convert(FilledDocument document, PdfOrder order) {
      return answer;
    }

    @Override
    public Optional<List<String>> missing(List<String> fonts) {
      return Optional.empty();
    }
  }

  private final TemplateMaker maker =
      new TemplateMaker(template, templates, new PdfConverter(new Pdf()));

  @Test
  void makesNoDocumentOfAWorkbook() {
    var report = new KeptTemplate("report", ReportFile.content());
    var order =
        new Order(
            "report",
            OptionalInt.empty(),
            DocumentFormat.PDF,
            JsonNodeFactory.instance.objectNode(),
            Optional.empty());

    var made = new TemplateMaker(report, templates, new PdfConverter(new Pdf())).make(order);

    assertThat(assertInstanceOf(Made.Impossible.class, made).cause().message())
        .isEqualTo(
            "The template 'report' is a workbook, of which no document is made. Name another.");
    assertThat(new TemplateFaults(report).of("report", OptionalInt.empty(), DocumentFormat.DOCX))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.setting()).isEqualTo("template");
              assertThat(fault.message()).contains("is a workbook");
            });
  }

  private Made made(String called, OptionalInt version, DocumentFormat format) {
    var data = JsonNodeFactory.instance.objectNode().put("name", "Ada");
    return maker.make(new Order(called, version, format, data, Optional.empty()));
  }

  private static Made.Document document(Made made) {
    return assertInstanceOf(Made.Document.class, made, made::toString);
  }

  @Test
  void theActiveVersionIsTakenUnlessOneIsNamed() {
    var first = document(made("letter", OptionalInt.empty(), DocumentFormat.DOCX));
    assertThat(first.template()).isEqualTo(new TemplateVersion("letter", 1));
    assertThat(DocxDump.text(first.file())).contains("Dear Ada");

    template.activate(2);
    var second = document(made("letter", OptionalInt.empty(), DocumentFormat.DOCX));
    assertThat(second.template().number()).isEqualTo(2);
    assertThat(DocxDump.text(second.file())).contains("Hello Ada");

    var named = document(made("letter", OptionalInt.of(1), DocumentFormat.DOCX));
    assertThat(DocxDump.text(named.file())).contains("Dear Ada");
  }

  @Test
  void aFileIsReadOnceHoweverOftenItIsUsed() {
    for (int i = 0; i < 5; i++) {
      document(made("letter", OptionalInt.of(1), DocumentFormat.DOCX));
    }
    assertThat(template.reads()).isOne();
  }

  @Test
  void whatIsNotThereIsSaid() {
    var missing = made("no-letter", OptionalInt.empty(), DocumentFormat.DOCX);
    assertThat(missing).isInstanceOf(Made.Impossible.class);
    assertThat(made("letter", OptionalInt.of(3), DocumentFormat.DOCX).toString())
        .contains("There is no template 'letter', version 3.");
  }

  private static Order order(DocumentFormat format) {
    var data = JsonNodeFactory.instance.objectNode();
    return new Order("page", OptionalInt.empty(), format, data, Optional.empty());
  }

  @Test
  void htmlIsMadeAsPdfOnly() {
    var html = new KeptTemplate("page", "<p>Dear {{ name }}".getBytes(UTF_8));
    var maker = new TemplateMaker(html, templates, new PdfConverter(new Pdf()));
    answer =
        new PdfAnswer.Made(
            "%PDF".getBytes(UTF_8), new PdfAnswer.About("openhtmltopdf", 1, List.of(), List.of()));

    assertThat(maker.make(order(DocumentFormat.PDF))).isInstanceOf(Made.Document.class);
    assertThat(maker.make(order(DocumentFormat.DOCX)))
        .isEqualTo(
            new Made.Impossible(
                new Cause(
                    "no-docx",
                    "The template 'page' is HTML, of which no Word document is made. Choose the"
                        + " format pdf.")));
  }

  @Test
  void aPdfIsMadeOrItIsSaidWhyNot() {
    var pdf = "%PDF".getBytes(UTF_8);
    answer = new PdfAnswer.Made(pdf, new PdfAnswer.About("LibreOffice", 1, List.of(), List.of()));
    assertThat(document(made("letter", OptionalInt.empty(), DocumentFormat.PDF)).file())
        .isEqualTo(pdf);

    answer = new PdfAnswer.Busy();
    assertThat(made("letter", OptionalInt.empty(), DocumentFormat.PDF))
        .isInstanceOf(Made.NotNow.class);
    answer = new PdfAnswer.Failed("too large");
    assertThat(made("letter", OptionalInt.empty(), DocumentFormat.PDF))
        .isInstanceOf(Made.Faulty.class);
    answer = new PdfAnswer.Unfinished("too late");
    assertThat(made("letter", OptionalInt.empty(), DocumentFormat.PDF))
        .isEqualTo(new Made.Unfinished(new Cause("no-pdf", "too late")));
    answer = new PdfAnswer.Absent("PDF is not part of this installation");
    assertThat(made("letter", OptionalInt.empty(), DocumentFormat.PDF))
        .isInstanceOf(Made.Impossible.class);
  }
}
