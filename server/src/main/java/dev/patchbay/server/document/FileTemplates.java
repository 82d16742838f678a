package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.documents.DocumentTemplate;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Rendition;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.json.PlainData;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVariable;

/** Word templates, within what a server allows each of them. */
public final class DocxTemplates implements TemplateEngine {
  @Override
  public Inspection inspect(byte[] file) {
    var found = DocumentTemplate.inspect(file, TemplateLimits.SHARED);
    return new Inspection(
        found.problems().stream().map(DocxTemplates::problem).toList(),
        found.variables().stream()
            .map(each -> new TemplateVariable(each.path(), each.where(), each.tag()))
            .toList(),
        found.fonts());
  }

  @Override
  public Preparation prepare(byte[] file) {
    return switch (DocumentTemplate.prepare(file, TemplateLimits.SHARED)) {
      case dev.patchbay.documents.Preparation.Ready(var template) ->
          new Preparation.Ready(data -> filled(template, data));
      case dev.patchbay.documents.Preparation.Refused(var problems) ->
          new Preparation.Refused(problem(problems.getFirst()));
    };
  }

  private static Filled filled(DocumentTemplate template, ObjectNode data) {
    return switch (template.render(PlainData.of(data), RenderOptions.PLAIN)) {
      case Rendition.Made(var docx) -> new Filled.Made(docx);
      case Rendition.Failed(var problem) -> new Filled.Failed(problem(problem));
    };
  }

  private static TemplateProblem problem(dev.patchbay.documents.TemplateProblem problem) {
    return new TemplateProblem(problem.where(), problem.tag(), problem.what(), problem.advice());
  }
}
