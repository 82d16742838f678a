package dev.patchbay.server.bench.documents;

import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.documents.json.JsonProblem;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Program;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.bench.Workspace;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.pdf.PdfProcesses;
import dev.patchbay.server.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters as PDF: by LibreOffice that is kept running, and by one that is started for each. */
public final class PdfBench implements Bench {
  private static final Logger LOG = LoggerFactory.getLogger(PdfBench.class);
  private static final String OFFICE = "soffice";
  private static final String OWN = "kept process, ms a letter";
  private static final int MOST_ROUNDS = 3;
  private static final int ROWS_A_LETTER = 4_000;
  private static final int FEWER_ALONE = 5;
  private static final double WANTED_TIMES = 4;
  private static final PdfOrder PLAIN =
      new PdfOrder(false, Duration.ofMinutes(1), "", Optional.empty(), Optional.empty());

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String title() {
    return "The same letters as PDF, one after the other: LibreOffice kept running, and one for each";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var workspace = Workspace.create()) {
      var files = LetterFiles.in(workspace);
      return figures(scale, workspace, Letters.of(files.template(), files.data()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (JsonProblem own) {
      throw new IllegalStateException(own);
    }
  }

  private static List<Figure> figures(Scale scale, Workspace workspace, Letters letters)
      throws IOException {
    var alone = new OfficeAlone(workspace);
    if (!alone.isThere()) {
      LOG.warn("no {}: install libreoffice-writer-nogui to compare with it", OFFICE);
    }
    int documents = Math.max(FEWER_ALONE, scale.tableRows() / ROWS_A_LETTER);
    var own = new ArrayList<Double>();
    var others = new ArrayList<Double>();
    var children = new ChildProcesses(workspace.resolve("processes"));
    try (children;
        var processes = PdfProcesses.installed(children)) {
      var converter = pdf(processes, letters.fillFor("warm-up"));
      for (int round = 0; round < Math.min(MOST_ROUNDS, scale.rounds()); round++) {
        long begin = System.nanoTime();
        for (int i = 0; i < documents; i++) {
          pdf(processes, letters.fillFor("r-" + i));
        }
        own.add(millis(begin) / documents);
        if (alone.isThere()) {
          others.add(alone.millis(letters, documents / FEWER_ALONE));
        }
      }
      return figures(converter, own, others);
    }
  }

  /** Makes one and says who did. */
  private static String pdf(PdfProcesses processes, byte[] docx) throws IOException {
    var document = new FilledDocument(TemplateKind.DOCX, docx);
    return switch (processes.convert(document, PLAIN)) {
      case PdfAnswer.Made made -> made.about().converter();
      case PdfAnswer other -> throw new IllegalStateException("no PDF: " + other);
    };
  }

  private static double millis(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static List<Figure> figures(String converter, List<Double> own, List<Double> others) {
    double ownMillis = Medians.of(own, Double::doubleValue);
    var figures = new ArrayList<>(List.of(Figure.of(converter + " in a " + OWN, ownMillis)));
    if (!others.isEmpty()) {
      double othersMillis = Medians.of(others, Double::doubleValue);
      figures.add(Figure.of("soffice --convert-to, started for each, ms a letter", othersMillis));
      figures.add(
          Figure.of(
                  "letters as PDF in the same time, own / started for each",
                  othersMillis / ownMillis)
              .atLeast(WANTED_TIMES));
    }
    return figures;
  }

  /**
   * LibreOffice as its own command has it, always with the same profile, which it knows by then.
   */
  private static final class OfficeAlone {
    private final Program program;
    private final Path folder;
    private final boolean isThere;

    OfficeAlone(Workspace workspace) {
      this.program = new Program(workspace);
      this.folder = workspace.directory();
      this.isThere = program.succeeds(List.of(OFFICE, "--version"));
    }

    boolean isThere() {
      return isThere;
    }

    double millis(Letters letters, int documents) throws IOException {
      convert(letters.fillFor("warm-up"));
      long begin = System.nanoTime();
      for (int i = 0; i < documents; i++) {
        convert(letters.fillFor("r-" + i));
      }
      return PdfBench.millis(begin) / documents;
    }

    private void convert(byte[] docx) throws IOException {
      var source = Files.write(folder.resolve("alone.docx"), docx);
      var pdf = folder.resolve("alone.pdf");
      Files.deleteIfExists(pdf);
      var profile = "-env:UserInstallation=" + folder.resolve("profile").toUri();
      program.run(
          OFFICE,
          List.of(
              OFFICE,
              profile,
              "--headless",
              "--norestore",
              "--convert-to",
              "pdf",
              "--outdir",
              folder.toString(),
              source.toString()));
      if (!Files.exists(pdf)) {
        throw new IllegalStateException(OFFICE + " has made no PDF");
      }
    }
  }
}
