package dev.patchbay.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.spi.Target;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where documents go by what a target says. */
class DocumentPlanTest {
  private static final ZonedDateTime AT =
      ZonedDateTime.of(2026, 3, 31, 10, 0, 0, 0, ZoneOffset.UTC);

  private static DocumentPlan plan(String path) {
    return DocumentPlan.of(new Target(Map.of("template", "letter", "path", path)));
  }

  private static String path(DocumentPlan plan, int number) {
    var id = "12-%d-019ac0de-0000-7000-8000-000000000000".formatted(number);
    var values = new FilePathValues(AT, id, "letter", "k".repeat(300));
    return plan.path().path(values).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{template}-{key}-{document}.docx",
        "{document}-{template}-{key}-{key}.docx",
        "{key}-{key}-{key}/{document}.docx"
      })
  void noTwoDocumentsShareAPathHoweverLongTheirKeyIs(String path) {
    var plan = plan(path);

    assertThat(Stream.of(1, 2).map(number -> path(plan, number))).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{key}-{template}-{key}-{document}.docx",
        "letters/{date:yyyy-MM-dd}-{key}-{template}-as-this-hub-has-made-it-{document}.docx"
      })
  void aPathThatALongKeyCouldCutTheDocumentOffFromIsRefused(String path) {
    assertThatThrownBy(() -> plan(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'path'")
        .hasMessageContaining("would cut {document} off");
  }

  @Test
  void aPathWithoutTheDocumentIsRefused() {
    assertThatThrownBy(() -> plan("letters/{key}.docx"))
        .hasMessageContaining("must have {document} in it");
  }
}
