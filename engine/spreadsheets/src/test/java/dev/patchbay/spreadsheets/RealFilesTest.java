package dev.patchbay.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of many producers, with what is known to be in them. */
class RealFilesTest {
  private static final String FOLDER = "data/spreadsheets/";

  static Stream<Case> cases() throws IOException {
    var manifest = new ObjectMapper().readTree(SharedData.file(FOLDER + "manifest.json").toFile());
    return StreamSupport.stream(manifest.spliterator(), false).map(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsOrRefusesAsItShould(Case file) {
    var read = ReadBack.of(SharedData.file(FOLDER + file.name()));

    switch (file.kind()) {
      case "rows" -> assertThat(read).isEqualTo(file.expectedRows(read));
      case "reject" -> assertRefused(read, file);
      default -> assertThat(read.reason()).doesNotContain("Exception");
    }
  }

  private static void assertRefused(ReadBack read, Case file) {
    assertThat(read.reason()).isNotEmpty().doesNotContain("Exception");
    var words = file.words();
    if (!words.isEmpty()) {
      assertThat(words).anyMatch(read.reason().toLowerCase(Locale.ROOT)::contains);
    }
  }

  /** One entry of the manifest. */
  record Case(JsonNode entry) {
    String name() {
      return entry.path("file").asText();
    }

    String kind() {
      return entry.path("expected").path("kind").asText();
    }

    List<String> words() {
      return entry
          .path("expected")
          .path("reasonHasOneOf")
          .valueStream()
          .map(JsonNode::asText)
          .toList();
    }

    /** What is expected, with the cells that the manifest does not list as they were read. */
    ReadBack expectedRows(ReadBack read) {
      return Manifest.expected(entry, read);
    }

    @Override
    public String toString() {
      return name() + ": " + entry.path("traits").asText();
    }
  }
}
