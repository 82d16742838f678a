package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.documents.DocumentTemplate;
import dev.patchbay.documents.FileTemplate;
import dev.patchbay.documents.HtmlTemplate;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Rendition;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.html.Reach;
import dev.patchbay.documents.json.PlainData;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVariable;

/** Word and HTML templates, within what a server allows each of them. */
public final class FileTemplates implements TemplateEngine {
  @Override
  public TemplateKind kind(byte[] file) {
    return ContentKind.of(file);
  }

  @Override
  public Inspection inspect(byte[] file) {
    var found =
        switch (kind(file)) {
          case DOCX -> DocumentTemplate.inspect(file, TemplateLimits.SHARED);
          case HTML -> HtmlTemplate.inspect(file, Reach.ITSELF, TemplateLimits.SHARED);
        };
    return new Inspection(
        found.problems().stream().map(FileTemplates::problem).toList(),
        found.variables().stream()
            .map(each -> new TemplateVariable(each.path(), each.where(), each.tag()))
            .toList(),
        found.fonts());
  }

  @Override
  public Preparation prepare(byte[] file) {
    var kind = kind(file);
    return switch (prepared(kind, file)) {
      case dev.patchbay.documents.Preparation.Ready(var template) ->
          new Preparation.Ready(data -> filled(kind, template, data));
      case dev.patchbay.documents.Preparation.Refused(var problems) ->
          new Preparation.Refused(problem(problems.getFirst()));
    };
  }

  private static dev.patchbay.documents.Preparation prepared(TemplateKind kind, byte[] file) {
    return switch (kind) {
      case DOCX -> DocumentTemplate.prepare(file, TemplateLimits.SHARED);
      case HTML -> HtmlTemplate.prepare(file, Reach.ITSELF, TemplateLimits.SHARED);
    };
  }

  private static Filled filled(TemplateKind kind, FileTemplate template, ObjectNode data) {
    return switch (template.render(PlainData.of(data), RenderOptions.PLAIN)) {
      case Rendition.Made(var file) -> new Filled.Made(new FilledDocument(kind, file));
      case Rendition.Failed(var problem) -> new Filled.Failed(problem(problem));
    };
  }

  private static TemplateProblem problem(dev.patchbay.documents.TemplateProblem problem) {
    return new TemplateProblem(problem.where(), problem.tag(), problem.what(), problem.advice());
  }
}
