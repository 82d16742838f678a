package dev.patchbay.server.bench.documents;

import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Program;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.bench.Workspace;
import dev.patchbay.server.child.Launch;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters of two pages with a table of fifty rows, by Patchbay and by docxtpl. */
public final class DocumentsBench implements Bench {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentsBench.class);
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static final String HEAP = "-Xmx64m";
  private static final int MOST_ROUNDS = 3;
  private static final int ROWS_A_DOCUMENT = 50;
  private static final int PYTHON_SHARE = 20;
  private static final int THOUSANDS = 10;
  private static final double WANTED_TIMES = 10;
  private static final double WANTED_GROWTH = 1.05;

  @Override
  public String name() {
    return "documents";
  }

  @Override
  public String title() {
    return "Letters of two pages with a table of 50 rows, by Patchbay and by docxtpl, once warm";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var workspace = Workspace.create()) {
      return new Rounds(workspace, LetterFiles.in(workspace)).figures(scale);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Both take turns, each time in a process of their own. */
  private static final class Rounds {
    private final Workspace workspace;
    private final Program program;
    private final LetterFiles letter;
    private final Optional<String> python;

    Rounds(Workspace workspace, LetterFiles letter) {
      this.workspace = workspace;
      this.program = new Program(workspace);
      this.letter = letter;
      this.python =
          PYTHONS.stream()
              .filter(each -> program.succeeds(List.of(each, "-c", "import docxtpl")))
              .findFirst();
    }

    List<Figure> figures(Scale scale) {
      if (python.isEmpty()) {
        LOG.warn("no python3 with docxtpl: install python3-docxtpl to compare with it");
      }
      int documents = scale.tableRows() / ROWS_A_DOCUMENT;
      var own = new ArrayList<DocumentLoad>();
      var docxtpl = new ArrayList<DocumentLoad>();
      for (int round = 0; round < Math.min(MOST_ROUNDS, scale.rounds()); round++) {
        own.add(own(documents, round == 0 ? THOUSANDS : 0));
        python.ifPresent(each -> docxtpl.add(docxtpl(each, documents / PYTHON_SHARE)));
      }
      return figures(own, docxtpl);
    }

    private DocumentLoad own(int documents, int thousands) {
      var command =
          Launch.commandWith(List.of(HEAP), "document-load", "" + documents, "" + thousands);
      return load("document-load", command);
    }

    private DocumentLoad docxtpl(String interpreter, int documents) {
      return load("docxtpl", List.of(interpreter, "-c", DocxtplProgram.TEXT, "" + documents, "0"));
    }

    private DocumentLoad load(String what, List<String> command) {
      var result = workspace.resolve("result.json");
      var files = Stream.of(letter.template(), letter.data(), result).map(Path::toString);
      program.run(what, Stream.concat(command.stream(), files).toList());
      try {
        return ServerJson.MAPPER.readValue(result.toFile(), DocumentLoad.class);
      } catch (IOException failure) {
        throw new UncheckedIOException("no result of " + what, failure);
      }
    }

    private static List<Figure> figures(List<DocumentLoad> own, List<DocumentLoad> docxtpl) {
      double ownSpeed = Medians.of(own, DocumentLoad::perCpuSecond);
      var heaps = own.getFirst().heaps();
      var figures = new ArrayList<Figure>();
      figures.add(Figure.of("documents per CPU second", ownSpeed));
      if (!docxtpl.isEmpty()) {
        double speed = Medians.of(docxtpl, DocumentLoad::perCpuSecond);
        figures.add(Figure.of("docxtpl, documents per CPU second", speed));
        figures.add(
            Figure.of("own / docxtpl, documents per CPU second", ownSpeed / speed)
                .atLeast(WANTED_TIMES));
      }
      double contents = own.stream().map(DocumentLoad::sha256).distinct().count();
      figures.add(
          Figure.of("different files of the same data, over all processes", contents).atMost(1));
      figures.add(Figure.of("MB of heap in use after the first thousand", heaps.getFirst() / 1e6));
      figures.add(
          Figure.of(
                  "after %d thousand, as a share of it".formatted(THOUSANDS),
                  (double) heaps.getLast() / heaps.getFirst())
              .atMost(WANTED_GROWTH));
      return figures;
    }
  }
}
