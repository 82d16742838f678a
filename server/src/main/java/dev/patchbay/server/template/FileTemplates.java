package dev.patchbay.server.template;

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
import dev.patchbay.server.workbook.WorkbookInspection;
import dev.patchbay.server.workbook.Workbooks;

/**
 * Word and HTML templates, within what a server allows each of them, and workbooks, which are
 * filled by exports only.
 */
public final class FileTemplates implements TemplateEngine {
  private static final TemplateProblem WORKBOOK =
      new TemplateProblem(
          "",
          "",
          "the template is a workbook, which takes the rows of an export and no event",
          "Order an export of the format XLSX that names it.");

  private final Workbooks workbooks;

  /** With who looks workbooks over. */
  public FileTemplates(Workbooks workbooks) {
    this.workbooks = workbooks;
  }

  @Override
  public TemplateKind kind(byte[] file) {
    return ContentKind.of(file);
  }

  @Override
  public Inspection inspect(byte[] file) {
    return switch (kind(file)) {
      case DOCX -> inspection(DocumentTemplate.inspect(file, TemplateLimits.SHARED));
      case HTML -> inspection(HtmlTemplate.inspect(file, Reach.ITSELF, TemplateLimits.SHARED));
      case XLSX -> new WorkbookInspection(workbooks).of(file);
    };
  }

  private static Inspection inspection(dev.patchbay.documents.Inspection found) {
    return new Inspection(
        found.problems().stream().map(FileTemplates::problem).toList(),
        found.variables().stream()
            .map(each -> new TemplateVariable(each.path(), each.where(), each.tag()))
            .toList(),
        found.fonts());
  }

  @Override
  public Preparation prepare(byte[] file) {
    return switch (kind(file)) {
      case DOCX ->
          prepared(TemplateKind.DOCX, DocumentTemplate.prepare(file, TemplateLimits.SHARED));
      case HTML ->
          prepared(
              TemplateKind.HTML, HtmlTemplate.prepare(file, Reach.ITSELF, TemplateLimits.SHARED));
      case XLSX -> new Preparation.Refused(WORKBOOK);
    };
  }

  private static Preparation prepared(
      TemplateKind kind, dev.patchbay.documents.Preparation preparation) {
    return switch (preparation) {
      case dev.patchbay.documents.Preparation.Ready(var template) ->
          new Preparation.Ready(data -> filled(kind, template, data));
      case dev.patchbay.documents.Preparation.Refused(var problems) ->
          new Preparation.Refused(problem(problems.getFirst()));
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
