package dev.patchbay.server.workbook;

import dev.patchbay.core.template.TemplateEngine.Inspection;
import dev.patchbay.model.template.TemplateProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What is found in a workbook, told as of all templates. */
public record WorkbookInspection(Workbooks workbooks) {
  private static final String SENTENCE_END = ". ";

  public Inspection of(byte[] file) {
    try {
      return switch (workbooks.look(file)) {
        case WorkbookAnswer.Found(var columns) -> new Inspection(List.of(), columns, List.of());
        case WorkbookAnswer.Refused(var complaints) -> refused(complaints);
        case WorkbookAnswer.Unfinished(var reason) -> refused(List.of(reason));
        case WorkbookAnswer.Absent(var reason) -> refused(List.of(reason));
        case WorkbookAnswer.Busy() ->
            refused(List.of("Other workbooks are worked on. Try again in a minute."));
        case WorkbookAnswer.Filled(_) ->
            throw new IllegalStateException("nothing was to be filled");
      };
    } catch (IOException disk) {
      throw new UncheckedIOException("a workbook cannot be looked over", disk);
    }
  }

  private static Inspection refused(List<String> complaints) {
    var problems = complaints.stream().map(WorkbookInspection::problem).toList();
    return new Inspection(problems, List.of(), List.of());
  }

  /** The first sentence says what is wrong, the others what to do. */
  private static TemplateProblem problem(String complaint) {
    int end = complaint.indexOf(SENTENCE_END);
    return end < 0
        ? new TemplateProblem("", "", complaint, "")
        : new TemplateProblem(
            "", "", complaint.substring(0, end), complaint.substring(end + SENTENCE_END.length()));
  }
}
