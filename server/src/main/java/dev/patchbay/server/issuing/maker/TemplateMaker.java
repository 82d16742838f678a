package dev.patchbay.server.issuing.maker;

import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateEngine.Filled;
import dev.patchbay.core.template.TemplateEngine.Form;
import dev.patchbay.core.template.TemplateEngine.Preparation;
import dev.patchbay.core.template.TemplateSource;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfConverter;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.Optional;

/** Makes documents of the templates that the hub keeps; those used last stay ready. Thread-safe. */
public final class TemplateMaker implements DocumentMaker {
  private static final Duration UNTIL_FREE = Duration.ofSeconds(5);

  private final TemplateStore store;
  private final ReadyTemplates ready;
  private final PdfConverter pdf;

  public TemplateMaker(TemplateStore store, TemplateEngine engine, PdfConverter pdf) {
    this.store = store;
    this.ready = new ReadyTemplates(engine::prepare);
    this.pdf = pdf;
  }

  @Override
  public Made make(Order order) {
    return store
        .source(order.template(), order.version())
        .flatMap(source -> make(order, source))
        .orElseGet(() -> missing(order));
  }

  /** Empty if it was taken away meanwhile. */
  private Optional<Made> make(Order order, TemplateSource source) {
    if (!order.format().goesWith(source.kind())) {
      return Optional.of(otherKind(order.template(), source.kind()));
    }
    return ready
        .get(source.sha256(), () -> store.file(order.template(), source.number()))
        .map(
            preparation ->
                switch (preparation) {
                  case Preparation.Ready(var form) -> filled(order, source.number(), form);
                  case Preparation.Refused(var problem) -> faulty(problem);
                });
  }

  private static Made otherKind(String template, TemplateKind kind) {
    if (kind == TemplateKind.XLSX) {
      return new Made.Impossible(
          new Cause(
              "no-document",
              "The template '%s' is a workbook, of which no document is made. Name another."
                  .formatted(template)));
    }
    return new Made.Impossible(
        new Cause(
            "no-docx",
            "The template '%s' is %s, of which no Word document is made. Choose the format pdf."
                .formatted(template, kind)));
  }

  private static Made missing(Order order) {
    var which = order.version().isPresent() ? ", version " + order.version().getAsInt() : "";
    return new Made.Impossible(
        new Cause(
            "no-template",
            "There is no template '%s'%s. Upload it, or name another."
                .formatted(order.template(), which)));
  }

  private Made filled(Order order, int version, Form form) {
    var template = new TemplateVersion(order.template(), version);
    return switch (form.fill(order.data())) {
      case Filled.Made(var document) ->
          switch (order.format()) {
            case DOCX -> new Made.Document(template, document.content());
            case PDF -> converted(template, document);
          };
      case Filled.Failed(var problem) -> faulty(problem);
    };
  }

  private Made converted(TemplateVersion template, FilledDocument document) {
    return switch (pdf.pdf(document)) {
      case PdfAnswer.Made(var content, _) -> new Made.Document(template, content);
      case PdfAnswer.Failed(var reason) -> new Made.Faulty(new Cause("no-pdf", reason));
      case PdfAnswer.Unfinished(var reason) -> new Made.Unfinished(new Cause("no-pdf", reason));
      case PdfAnswer.Busy _ ->
          new Made.NotNow(
              new Cause("pdf-busy", "Others wait for their PDF; this one waits too."), UNTIL_FREE);
      case PdfAnswer.Absent(var reason) -> new Made.Impossible(new Cause("no-pdf", reason));
    };
  }

  private static Made faulty(TemplateProblem problem) {
    return new Made.Faulty(new Cause("template", problem.message()));
  }
}
