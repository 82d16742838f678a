package dev.patchbay.server.command.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.documents.DocumentTemplate;
import dev.patchbay.documents.HtmlTemplate;
import dev.patchbay.documents.Preparation;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Rendition;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.html.Reach;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.json.JsonOptions;
import dev.patchbay.documents.json.JsonProblem;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.command.HalfFile;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.pdf.PdfProcesses;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.template.ContentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code patchbay render}: fills in a Word or HTML template. The output appears whole or not at
 * all.
 */
@Command(
    name = "render",
    description =
        "Fills in a Word template that was written for python-docxtpl, or an HTML one, also as PDF.",
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
      paramLabel = "T.docx|T.html",
      description = "The template; what HTML names stands beside it or below.")
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
      paramLabel = "OUT.docx|OUT.html|OUT.pdf",
      description = "Where the document is written; its ending says as what.")
  private @Nullable Path out;

  @Mixin private final PdfOptions pdf = new PdfOptions();

  @Override
  public Integer call() throws IOException {
    var target = Objects.requireNonNull(out);
    var problem = pdf.problem(isPdf(target));
    if (!problem.isEmpty()) {
      return failed(problem);
    }
    try {
      return render(bytes(Objects.requireNonNull(template)), target);
    } catch (JsonProblem wrong) {
      return failed(wrong.getMessage());
    }
  }

  private static boolean isPdf(Path target) {
    return target.toString().endsWith(".pdf");
  }

  private int render(byte[] file, Path target) throws IOException, JsonProblem {
    var kind = ContentKind.of(file);
    if (kind == TemplateKind.XLSX) {
      return failed("the template is a workbook; exports of a server fill those in");
    }
    var ending = "." + kind.name().toLowerCase(Locale.ROOT);
    if (!isPdf(target) && !target.toString().endsWith(ending)) {
      return failed("--out must end in %s or .pdf, as the template is %s".formatted(ending, kind));
    }
    var values = new JsonData(this::beside, Map.of()).read(json(Objects.requireNonNull(data)));
    return switch (prepared(kind, file)) {
      case Preparation.Refused(var problems) -> {
        problems.forEach(problem -> failed(problem.message()));
        yield 1;
      }
      case Preparation.Ready(var ready) ->
          switch (ready.render(values, renderOptions())) {
            case Rendition.Failed(var problem) -> failed(problem.message());
            case Rendition.Made(var made) -> made(new FilledDocument(kind, made), target);
          };
    };
  }

  private static Preparation prepared(TemplateKind kind, byte[] file) {
    return switch (kind) {
      case DOCX -> DocumentTemplate.prepare(file, TemplateLimits.USUAL);
      case HTML -> HtmlTemplate.prepare(file, Reach.FOLDER, TemplateLimits.USUAL);
      case XLSX -> throw new IllegalArgumentException("workbooks are no documents");
    };
  }

  private int made(FilledDocument document, Path target) throws IOException {
    return isPdf(target) ? converted(document, target) : written(document.content(), target);
  }

  private int converted(FilledDocument document, Path target) throws IOException {
    var folder = Objects.requireNonNull(template).toRealPath().getParent();
    var order = pdf.order(Optional.ofNullable(folder));
    return switch (answer(document, order)) {
      case PdfAnswer.Failed(var reason) -> failed(reason);
      case PdfAnswer.Unfinished(var reason) -> failed(reason);
      case PdfAnswer.Absent(var reason) -> failed(reason);
      case PdfAnswer.Busy _ -> failed("too many PDF files are made now");
      case PdfAnswer.Made(var made, var about) -> {
        int code = written(made, target);
        note(about);
        yield code;
      }
    };
  }

  private static PdfAnswer answer(FilledDocument document, PdfOrder order) throws IOException {
    try (var processes = PdfProcesses.installed(ChildProcesses.ofCommand())) {
      return processes.convert(document, order);
    }
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
          at == null
              ? "is nested too deep, or holds too long a number or text"
              : "is no JSON: see line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }

  private static int written(byte[] document, Path target) throws IOException {
    try (var half = HalfFile.of(target)) {
      Files.write(half.path(), document, StandardOpenOption.CREATE_NEW);
      half.appear();
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
