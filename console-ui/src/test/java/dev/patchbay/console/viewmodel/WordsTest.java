package dev.patchbay.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.jobs.RunWords;
import dev.patchbay.console.viewmodel.navigation.PaletteMatch;
import dev.patchbay.console.viewmodel.routes.MappingEdits;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person reads. */
class WordsTest {
  @Test
  void timesAreToldByTheirLargestUnits() {
    assertThat(
            List.of(
                When.length(Duration.ofMillis(640)),
                When.length(Duration.ofSeconds(80)),
                When.length(Duration.ofHours(26)),
                When.ago(Desk.NOW.minusSeconds(2), Desk.NOW),
                When.ago(Desk.NOW.minusSeconds(754), Desk.NOW),
                When.until(Desk.NOW.plusSeconds(95), Desk.NOW),
                When.until(Desk.NOW, Desk.NOW)))
        .containsExactly(
            "640 ms",
            "1 min 20 s",
            "1 d 2 h",
            "just now",
            "12 min ago",
            "in 1 min 35 s",
            "due now");
  }

  @Test
  void aRunThatLooksForFaultsTellsHowManyItFound() {
    assertThat(List.of(progress(null), progress(0L), progress(1L), progress(1_200L)))
        .containsExactly(
            "40 rows",
            "40 rows · nothing amiss",
            "40 rows · 1 finding",
            "40 rows · 1,200 findings");
  }

  private static String progress(@Nullable Long findings) {
    var run =
        new RunView(
            "r-1",
            "reconciliation",
            "Nightly look",
            RunState.DONE,
            "anna",
            Desk.NOW,
            Desk.NOW,
            Desk.NOW,
            40,
            40L,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            1,
            null,
            findings);
    return RunWords.progress(run, Desk.NOW);
  }

  @Test
  void aRefusalNamesTheFieldsAtFault() {
    var problem =
        new Problem(
            "/problems/invalid",
            "Invalid",
            400,
            "Two fields are wrong.",
            List.of(
                new FieldError("/settings/account", "must not be empty"),
                new FieldError("limit", "must be 1 at least")),
            "t-1");
    assertThat(Notice.sentence(new Failure.Refused(problem)))
        .isEqualTo("account: must not be empty\nlimit: must be 1 at least");
    assertThat(new Failure.Refused(problem).diagnostics())
        .isEqualTo("400 Invalid: Two fields are wrong. (trace t-1)");
  }

  @Test
  void jsonIsIndentedAndEveryPieceKnowsWhatItIs() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", "A \"17\"");
    json.put("tags", List.of(1, true));
    json.put("empty", Map.of());
    assertThat(JsonLines.plain(JsonLines.of(json)))
        .isEqualTo(
            """
            {
              "id": "A \\"17\\"",
              "tags": [
                1,
                true
              ],
              "empty": {}
            }""");
    assertThat(JsonLines.of(json))
        .contains(new JsonLines.Token(JsonLines.Kind.STRING, "\"A \\\"17\\\"\""))
        .contains(new JsonLines.Token(JsonLines.Kind.LITERAL, "true"));
  }

  @Test
  void aCommandIsFoundByItsLettersInOrder() {
    assertThat(PaletteMatch.matches("rtall", "Retry all that match…")).isTrue();
    assertThat(PaletteMatch.matches("all retry", "Retry all that match…")).isFalse();
  }

  @Test
  void transformsAreSplitOutsideOfBracketsOnly() {
    assertThat(MappingEdits.transforms("trim, map(a=b, c=d) ,, upper"))
        .containsExactly("trim", "map(a=b, c=d)", "upper");
  }

  @Test
  void headersAreMadeOfFieldNames() {
    assertThat(
            List.of(
                MappingEdits.headerOf("/data/openedAt"), MappingEdits.headerOf("/data/zip_code")))
        .containsExactly("Opened at", "Zip code");
  }
}
