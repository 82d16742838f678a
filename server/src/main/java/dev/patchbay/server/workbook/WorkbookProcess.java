package dev.patchbay.server.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.ChildJvm;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.InstalledPath;
import dev.patchbay.server.process.OrderedJvm;
import dev.patchbay.server.process.OrderedJvm.Told;
import dev.patchbay.server.process.Turnstile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Works on workbooks in a process of its own, whose libraries are not on the class path of the
 * server: a workbook that is too much for them takes nothing else with it. One at a time; the
 * others wait. Thread-safe.
 */
public final class WorkbookProcess implements Workbooks {
  /** System property with the class path of the process, set by whoever starts the server. */
  private static final String PATH = "patchbay.workbooks.path";

  private static final String MAIN = "dev.patchbay.spreadsheets.templates.Main";

  /** As many rows as are allowed, of 15 columns of different texts, take 1.3 GB. */
  private static final String MEMORY = "2g";

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OrderedJvm jvm;
  private final Turnstile turnstile = new Turnstile(1, PATIENCE);

  private WorkbookProcess(OrderedJvm jvm) {
    this.jvm = jvm;
  }

  /**
   * That of this installation.
   *
   * @param children among which it runs
   */
  public static WorkbookProcess installed(ChildProcesses children) {
    return of(System.getProperty(PATH, "").strip(), children);
  }

  /** By a class path, of which something must be there. */
  static WorkbookProcess of(String path, ChildProcesses children) {
    var jvm =
        new ChildJvm(InstalledPath.of(path), MAIN, MEMORY, ChildJvm.Environment.BARE, children);
    return new WorkbookProcess(new OrderedJvm(jvm, LIMIT));
  }

  @Override
  public WorkbookAnswer look(byte[] file) throws IOException {
    var folder = jvm.newFolder();
    try {
      var template = Files.write(folder.resolve("template.xlsx"), file);
      return inTurn(order("Look").put("template", template.toString()));
    } finally {
      FileTree.delete(folder);
    }
  }

  @Override
  public WorkbookAnswer fill(Filling filling) throws IOException {
    var order =
        order("Fill")
            .put("template", filling.template().toString())
            .put("place", filling.place())
            .put("rows", filling.rows().toString())
            .put("out", filling.out().toString());
    order.set("columns", ServerJson.MAPPER.valueToTree(filling.columns()));
    return inTurn(order);
  }

  private static ObjectNode order(String type) {
    return ServerJson.MAPPER.createObjectNode().put("$type", type);
  }

  private WorkbookAnswer inTurn(ObjectNode order) throws IOException {
    return turnstile.pass(() -> carriedOut(order)).orElseGet(WorkbookAnswer.Busy::new);
  }

  private WorkbookAnswer carriedOut(ObjectNode order) throws IOException {
    if (!jvm.isInstalled()) {
      return new WorkbookAnswer.Absent(
          "Workbooks as templates are not part of this installation (%s names no class path). Export without one."
              .formatted(PATH));
    }
    return switch (jvm.carryOut(order)) {
      case Told.Stopped() -> new WorkbookAnswer.Busy();
      case Told.TooLate() ->
          new WorkbookAnswer.Unfinished(
              "The workbook was not done within %d min. Make it smaller, or choose fewer rows."
                  .formatted(LIMIT.toMinutes()));
      case Told.Ended() ->
          new WorkbookAnswer.Unfinished(
              "The process for workbooks was ended before it was done. If that comes again, the workbook is too much for the memory there is: make it smaller.");
      case Told.Answered(var answer) -> answer(answer);
    };
  }

  private static WorkbookAnswer answer(JsonNode answer) {
    if (answer.has("complaints")) {
      return new WorkbookAnswer.Refused(
          answer.path("complaints").valueStream().map(JsonNode::textValue).toList());
    }
    return answer.has("places")
        ? new WorkbookAnswer.Found(columns(answer.path("places")))
        : new WorkbookAnswer.Filled(answer.path("rows").longValue());
  }

  private static List<TemplateVariable> columns(JsonNode places) {
    var columns = new ArrayList<TemplateVariable>();
    for (var place : places) {
      for (var column : place.path("columns")) {
        var header = column.path("header").textValue();
        columns.add(
            new TemplateVariable(
                place.path("name").textValue() + "[]." + header,
                "the sheet '%s', cell %s"
                    .formatted(place.path("sheet").textValue(), column.path("cell").textValue()),
                header));
      }
    }
    return columns;
  }
}
