package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.jinja.library.Filter;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.json.FilesBeside;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.json.JsonOptions;
import dev.patchbay.testkit.SharedData;
import dev.patchbay.testkit.docx.DocxDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docxtpl has made of 46 templates must come out here too, with the same looks. */
class SharedCasesTest {
  private static final String MEDIA = "== media (sha1, size)\n";

  /** Filters and functions that the cases' own programs have. */
  private static final Map<String, Filter> FILTERS =
      Map.of(
          "my_filterA",
          (value, given, _) ->
              PythonText.str(value) + " " + PythonText.str(given.positional().getFirst()),
          "my_filterB",
          (value, given, _) -> Arithmetic.add(value, given.positional().getFirst()));

  private static final Map<String, Callable> FUNCTIONS =
      Map.of("iteritems", given -> pairs((Map<?, ?>) given.positional().getFirst()));

  private static Object pairs(Map<?, ?> map) {
    var pairs = new ArrayList<Object>();
    map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
    return pairs;
  }

  static Stream<String> rendered() throws Exception {
    return cases().filter(name -> Files.exists(folder(name).resolve("expected.txt")));
  }

  private static Stream<String> cases() throws Exception {
    var names = new ArrayList<String>();
    for (var kind : List.of("own", "upstream")) {
      try (var folders = Files.list(SharedData.file("data/docx/" + kind))) {
        folders
            .filter(Files::isDirectory)
            .forEach(each -> names.add(kind + "/" + each.getFileName()));
      }
    }
    return names.stream().sorted();
  }

  private static Path folder(String name) {
    return SharedData.file("data/docx/" + name);
  }

  private static Rendition render(String name) throws Exception {
    var folder = folder(name);
    var json = new JsonMapper();
    FilesBeside files = file -> Files.readAllBytes(folder.resolve(file));
    var data = new JsonData(files, FUNCTIONS).read(json.readTree(files.read("context.json")));
    var options = new JsonOptions(files, FILTERS).read(json.readTree(files.read("case.json")));
    return switch (DocumentTemplate.prepare(files.read("template.docx"), TemplateLimits.USUAL)) {
      case Preparation.Refused(var problems) -> new Rendition.Failed(problems.getFirst());
      case Preparation.Ready(var template) -> template.render(data, options);
    };
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void rendersAsDocxtplDoes(String name) throws Exception {
    var made = assertInstanceOf(Rendition.Made.class, render(name), () -> name);
    var expected = Files.readString(folder(name).resolve("expected.txt"));

    assertThat(document(DocxDump.text(made.file()))).isEqualTo(document(expected));
    assertThat(DocxDump.runs(made.file()))
        .isEqualTo(Files.readString(folder(name).resolve("expected.runs.txt")));
    if (!hasPicturesOfItsProgram(name)) {
      assertThat(media(DocxDump.text(made.file()))).containsAll(media(expected));
    }
  }

  /** This sub-document's picture was made by a program and is not among the data. */
  private static boolean hasPicturesOfItsProgram(String name) {
    return name.equals("upstream/subdoc");
  }

  private static String document(String dump) {
    int media = dump.indexOf(MEDIA);
    return media < 0 ? dump : dump.substring(0, media);
  }

  private static List<String> media(String dump) {
    int media = dump.indexOf(MEDIA);
    return media < 0 ? List.of() : dump.substring(media + MEDIA.length()).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"own/x07_syntax_error", "own/x08_unknown_filter"})
  void saysWhichTagIsWrong(String name) throws Exception {
    var failed = assertInstanceOf(Rendition.Failed.class, render(name), () -> name);

    assertThat(failed.problem().message())
        .isEqualTo(
            name.endsWith("error")
                ? "In the document, paragraph 2: {% if status %} — the tag is opened here and never"
                    + " closed. Add {% endif %} where it shall end, or take this tag out."
                : "In the document, paragraph 1: {{ id|nosuchfilter }} — there is no filter"
                    + " “nosuchfilter”. Check the spelling, or take it out.");
  }
}
