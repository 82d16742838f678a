package dev.patchbay.server.command.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.DocumentTemplate;
import dev.patchbay.documents.Preparation;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Rendition;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.json.JsonOptions;
import dev.patchbay.documents.json.JsonProblem;
import dev.patchbay.server.document.ChildProcesses;
import dev.patchbay.server.document.PdfAnswer;
import dev.patchbay.server.document.PdfProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay render}: fills in a Word template. The output appears whole or not at all. */
@Command(
    name = "render",
    description = "Fills in a Word template that was written for python-docxtpl, as DOCX or PDF.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {" 0:rendered", " 1:cannot be rendered", " 2:not understood"})
public final class RenderCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--template",
      required = true,
      paramLabel = "T.docx",
      description = "The template.")
  private @Nullable Path template;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "D.json",
      description = "The data; files that it names stand beside it or below.")
  private @Nullable Path data;

  @Option(
      names = "--options",
      paramLabel = "CASE.json",
      description = "What is replaced besides; without it, case.json beside the data where it is.")
  private @Nullable Path options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT.docx|OUT.pdf",
      description = "Where the document is written; its ending says as what.")
  private @Nullable Path out;

  @Mixin private final PdfOptions pdf = new PdfOptions();

  @Override
  public Integer call() throws IOException {
    var target = Objects.requireNonNull(out);
    if (!isPdf(target) && !target.toString().endsWith(".docx")) {
      return failed("--out must end in .docx or .pdf");
    }
    var problem = pdf.problem(isPdf(target));
    if (!problem.isEmpty()) {
      return failed(problem);
    }
    try {
      return render(target);
    } catch (JsonProblem wrong) {
      return failed(wrong.getMessage());
    }
  }

  private static boolean isPdf(Path target) {
    return target.toString().endsWith(".pdf");
  }

  private int render(Path target) throws IOException, JsonProblem {
    var values = new JsonData(this::beside, Map.of()).read(json(Objects.requireNonNull(data)));
    var prepared =
        DocumentTemplate.prepare(bytes(Objects.requireNonNull(template)), TemplateLimits.USUAL);
    return switch (prepared) {
      case Preparation.Refused(var problems) -> {
        problems.forEach(problem -> failed(problem.message()));
        yield 1;
      }
      case Preparation.Ready(var ready) -> made(ready.render(values, renderOptions()), target);
    };
  }

  private int made(Rendition rendition, Path target) throws IOException {
    return switch (rendition) {
      case Rendition.Failed(var problem) -> failed(problem.message());
      case Rendition.Made(var docx) ->
          isPdf(target) ? converted(docx, target) : written(docx, target);
    };
  }

  private int converted(byte[] docx, Path target) throws IOException {
    return switch (PdfProcess.installed(new ChildProcesses()).convert(docx, pdf.order())) {
      case PdfAnswer.Failed(var reason) -> failed(reason);
      case PdfAnswer.Absent(var reason) -> failed(reason);
      case PdfAnswer.Busy _ -> failed("too many PDF files are made now");
      case PdfAnswer.Made(var made, var about) -> {
        int code = written(made, target);
        note(about);
        yield code;
      }
    };
  }

  private void note(PdfAnswer.About about) {
    note("PDF by " + about.converter());
    if (!about.missingFonts().isEmpty()) {
      note(
          "fonts that are not installed, so that others stand in: "
              + String.join(", ", about.missingFonts()));
    }
    about.leftOut().forEach(what -> note("left out: " + what));
  }

  private RenderOptions renderOptions() throws IOException, JsonProblem {
    var file = options == null ? Objects.requireNonNull(data).resolveSibling("case.json") : options;
    if (options == null && !Files.exists(file)) {
      return RenderOptions.NONE;
    }
    return new JsonOptions(this::beside, Map.of()).read(json(file));
  }

  /** Data may come from elsewhere, so it reaches no file but those beside it. */
  private byte[] beside(String name) throws IOException {
    var folder = Objects.requireNonNull(data).toAbsolutePath().normalize().getParent();
    var file = Objects.requireNonNull(folder).resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("outside of the folder of the data");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] bytes(Path file) throws IOException, JsonProblem {
    if (!Files.isRegularFile(file)) {
      throw new JsonProblem(file.toString(), "is not there, or is no file");
    }
    return Files.readAllBytes(file);
  }

  private static JsonNode json(Path file) throws IOException, JsonProblem {
    try {
      return JSON.readTree(bytes(file));
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw new JsonProblem(
          file.toString(),
          "is no JSON: see line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }

  private static int written(byte[] document, Path target) throws IOException {
    var folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    // No temporary file of the JDK's, which nobody but its owner could read.
    var half = folder.resolve(".render-" + UUID.randomUUID() + ".part");
    try {
      Files.write(half, document, StandardOpenOption.CREATE_NEW);
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
    return 0;
  }

  private void note(String what) {
    var console = Objects.requireNonNull(spec).commandLine().getOut();
    console.println("render: " + what);
    console.flush();
  }

  private int failed(@Nullable String why) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("render: " + why);
    err.flush();
    return 1;
  }
}
