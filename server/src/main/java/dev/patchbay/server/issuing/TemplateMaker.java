package dev.patchbay.server.issuing;

import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateEngine.Filled;
import dev.patchbay.core.template.TemplateEngine.Form;
import dev.patchbay.core.template.TemplateEngine.Preparation;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.document.PdfAnswer;
import dev.patchbay.server.document.PdfConverter;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes documents of the templates that the hub keeps; those used last stay ready. Thread-safe. */
public final class TemplateMaker implements DocumentMaker {
  private static final int MOST_READY = 32;
  private static final Duration UNTIL_FREE = Duration.ofSeconds(5);

  private final TemplateStore store;
  private final TemplateEngine engine;
  private final PdfConverter pdf;

  /** By checksum: a template that was taken away and made anew has other files of its numbers. */
  private final Map<String, Preparation> ready =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Preparation> eldest) {
              return size() > MOST_READY;
            }
          });

  public TemplateMaker(TemplateStore store, TemplateEngine engine, PdfConverter pdf) {
    this.store = store;
    this.engine = engine;
    this.pdf = pdf;
  }

  @Override
  public Made make(Order order) {
    return store
        .find(order.template())
        .flatMap(template -> make(order, template))
        .orElseGet(() -> missing(order));
  }

  private Optional<Made> make(Order order, TemplateView template) {
    return order.format().goesWith(template.kind())
        ? version(template, order.version()).flatMap(version -> make(order, version))
        : Optional.of(otherKind(template));
  }

  private static Made otherKind(TemplateView template) {
    return new Made.Impossible(
        new Cause(
            "no-docx",
            "The template '%s' is %s, of which no Word document is made. Choose the format pdf."
                .formatted(template.name(), template.kind())));
  }

  private Optional<TemplateVersionView> version(TemplateView template, OptionalInt wanted) {
    return store.versions(template.name()).stream()
        .filter(it -> it.number() == wanted.orElse(template.active()))
        .findFirst();
  }

  private static Made missing(Order order) {
    var which = order.version().isPresent() ? ", version " + order.version().getAsInt() : "";
    return new Made.Impossible(
        new Cause(
            "no-template",
            "There is no template '%s'%s. Upload it, or name another."
                .formatted(order.template(), which)));
  }

  private Optional<Made> make(Order order, TemplateVersionView version) {
    return prepared(order.template(), version)
        .map(
            preparation ->
                switch (preparation) {
                  case Preparation.Ready(var form) -> filled(order, version.number(), form);
                  case Preparation.Refused(var problem) -> faulty(problem);
                });
  }

  private Optional<Preparation> prepared(String template, TemplateVersionView version) {
    var known = ready.get(version.sha256());
    if (known != null) {
      return Optional.of(known);
    }
    var prepared = store.file(template, version.number()).map(engine::prepare);
    prepared.ifPresent(it -> ready.put(version.sha256(), it));
    return prepared;
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
