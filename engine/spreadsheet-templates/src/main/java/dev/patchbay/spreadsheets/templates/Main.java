package dev.patchbay.spreadsheets.templates;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code RESULT}: reads one {@link Order} from standard input, carries it out and writes the {@link
 * Answer} into the result file.
 */
public final class Main {
  private static final JsonMapper JSON = new JsonMapper();

  private Main() {}

  /** Fails where there is no order, or nowhere to write the answer. */
  public static void main(String[] args) throws IOException {
    carryOut(System.in, Path.of(args[0]));
  }

  static void carryOut(InputStream order, Path result) throws IOException {
    JSON.writeValue(result.toFile(), answer(JSON.readValue(order, Order.class)));
  }

  private static Answer answer(Order order) throws IOException {
    try {
      return switch (order) {
        case Order.Look(var template) -> found(TemplateInspection.of(template));
        case Order.Fill fill -> filled(fill);
      };
    } catch (OutOfMemoryError tooMuch) {
      return new Answer.Refused(
          List.of(
              "The workbook is too large for the memory that there is. Take sheets or pictures out of the template, or choose fewer rows or columns."));
    } catch (RuntimeException unforeseen) {
      // the edge of the process: files are not trusted, and libraries may stumble over them
      return new Answer.Refused(
          List.of(
              "The template is made in a way that is not understood. Open it in your spreadsheet program and save it again as .xlsx."));
    }
  }

  private static Answer found(TemplateInspection inspection) {
    return switch (inspection) {
      case TemplateInspection.Found(var places) -> new Answer.Found(places);
      case TemplateInspection.Refused(var complaints) -> new Answer.Refused(complaints);
    };
  }

  private static Answer filled(Order.Fill order) throws IOException {
    var headers = order.columns().stream().map(Order.Column::header).toList();
    return switch (WorkbookTemplate.open(order.template(), order.place(), headers)) {
      case TemplateCheck.Refused(var complaints) -> new Answer.Refused(complaints);
      case TemplateCheck.Ready(var template) -> {
        try (template) {
          yield filled(template, order);
        }
      }
    };
  }

  private static Answer filled(WorkbookTemplate template, Order.Fill order) throws IOException {
    try (var rows = new RowLines(order.rows(), order.columns());
        var out = Files.newOutputStream(order.out())) {
      return switch (template.fill(rows, out)) {
        case Filling.Filled(var count) -> new Answer.Filled(count);
        case Filling.Refused(var reason) -> new Answer.Refused(List.of(reason));
      };
    }
  }
}
