package dev.patchbay.installers;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.command.render.RenderCommand;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.pdf.PdfProcesses;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code patchbay render --out X.pdf}, with the processes that make PDF files. */
class RenderPdfIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void rendersARealTemplateAsPdf() throws IOException {
    assertThat(render("own/x10_tr_loop", "--seconds", "120")).as(err::toString).isZero();

    assertThat(Files.readAllBytes(folder.resolve("out.pdf"))).startsWith('%', 'P', 'D', 'F');
    assertThat(out.toString()).startsWith("render: PDF by ");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("out.pdf"));
    }
  }

  @Test
  void saysThatThereIsNoLibreOfficeWhereItShouldBe() throws IOException {
    assertThat(render("own/x10_tr_loop", "--office", folder.toString())).isEqualTo(1);

    assertThat(err.toString()).startsWith("render: there is no LibreOffice in " + folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void rendersHtmlAsAnArchiveWithPicturesOfItsFolder(@TempDir Path own) throws IOException {
    Files.writeString(own.resolve("style.css"), "p { font-family: 'No Such Font' }");
    var template =
        Files.writeString(
            own.resolve("page.html"),
            "<html lang=en><title>t</title><link rel=stylesheet href=style.css><p>{{ name }}"
                + "<img src='gone.png' alt='gone'>");
    var data = Files.writeString(own.resolve("data.json"), "{\"name\": \"Ada\"}");

    assertThat(render(template, data, "--pdf-a")).as(err::toString).isZero();

    assertThat(Files.readAllBytes(folder.resolve("out.pdf"))).startsWith('%', 'P', 'D', 'F');
    assertThat(out.toString())
        .startsWith("render: PDF by openhtmltopdf")
        .contains("gone.png, which is not in the folder of the HTML file")
        .doesNotContain("style.css");
  }

  @Test
  void oneProcessMakesOneFileAfterTheOther() throws IOException {
    var shared = SharedData.file("data/docx/own/x10_tr_loop");
    var document =
        new FilledDocument(TemplateKind.DOCX, Files.readAllBytes(shared.resolve("template.docx")));
    var order = new PdfOrder(false, Duration.ofMinutes(2), "", Optional.empty(), Optional.empty());
    var before = ProcessHandle.current().children().collect(toSet());
    try (var processes = PdfProcesses.installed(ChildProcesses.ofCommand())) {
      var first = assertInstanceOf(PdfAnswer.Made.class, processes.convert(document, order));
      var started = new HashSet<>(ProcessHandle.current().children().toList());
      started.removeAll(before);
      var second = assertInstanceOf(PdfAnswer.Made.class, processes.convert(document, order));

      assertThat(started).hasSize(1).allMatch(ProcessHandle::isAlive);
      assertThat(ProcessHandle.current().children()).containsAll(started);
      assertThat(second.about()).isEqualTo(first.about());
      assertThat(processes.missing(List.of("No Such Font"))).hasValue(List.of("No Such Font"));
    }
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .hasSameElementsAs(before);
  }

  private int render(String name, String... more) {
    var shared = SharedData.file("data/docx/" + name);
    return render(shared.resolve("template.docx"), shared.resolve("context.json"), more);
  }

  private int render(Path template, Path data, String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--template", template.toString(), "--data", data.toString()));
    arguments.addAll(List.of("--out", folder.resolve("out.pdf").toString()));
    return new CommandLine(new RenderCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }
}
