package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.CsvDialect;
import dev.patchbay.model.job.CsvDialect.LineEnd;
import dev.patchbay.model.job.CsvDialect.Quotes;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports as CSV and TSV in the dialects of other programs. */
@ExtendWith(FilledReadModel.Shared.class)
class CsvExportsIT {
  private static final String CATEGORY = "dialects";
  private static final String ID = "csv-1";

  private final FilledReadModel model;
  private final ApiCaller viewer;

  CsvExportsIT(FilledReadModel model) {
    this.model = model;
    this.viewer = model.viewer();
  }

  @BeforeEach
  void fill() {
    var data =
        Map.<String, Object>of(
            "id",
            ID,
            "title",
            "Žofie; =1",
            "description",
            "=1+2",
            "category",
            CATEGORY,
            "lat",
            1.5);
    model.post(List.of(model.event("request.created", data)));
  }

  @AfterEach
  void empty() {
    model.post(List.of(model.event("request.deleted", Map.of("id", ID))));
  }

  private static ExportDraft draft(ExportFormat format, @Nullable String language) {
    return new ExportDraft(
        "requests",
        format,
        RowFilter.of("category", CATEGORY),
        "id",
        List.of("title", "description", "lat"),
        null,
        language);
  }

  private static CsvDialect encoded(String encoding) {
    return new CsvDialect(null, null, encoding, null, null);
  }

  private RunView export(ExportDraft draft) {
    var id = viewer.post("/exports", draft).as(202, RunView.class).id();
    return Eventually.soon()
        .get(
            "the end of the run",
            () ->
                Optional.of(viewer.get("/exports/" + id).as(200, RunView.class))
                    .filter(run -> run.endedAt() != null));
  }

  private Reply file(ExportDraft draft) {
    var run = export(draft);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return viewer.get("/exports/" + run.id() + "/file");
  }

  @Test
  void aFileIsWrittenInTheDialectThatIsAskedFor() {
    var dialect = new CsvDialect("bar", Quotes.ALL, "windows-1250", false, LineEnd.LF);

    var file = file(draft(ExportFormat.CSV, "cs-CZ").in(dialect));

    assertThat(file.header("Content-Type")).hasValue("text/csv; charset=windows-1250");
    assertThat(new String(file.body(), Charset.forName("windows-1250")))
        .isEqualTo(
            """
            "Title"|"Description"|"lat"
            "Žofie; =1"|"'=1+2"|"1,5"
            """);
  }

  @Test
  void whatIsNotSaidIsAsUsual() {
    var bare = file(draft(ExportFormat.CSV, null)).body();

    assertThat(new String(bare, StandardCharsets.UTF_8))
        .isEqualTo("\ufeffTitle,Description,lat\r\nŽofie; =1,'=1+2,1.5\r\n");
    assertThat(file(draft(ExportFormat.CSV, null).in(CsvDialect.USUAL)).body()).isEqualTo(bare);
  }

  @Test
  void anEncodingOfUnicodeHasItsMarkUnlessItIsNotWanted() {
    assertThat(file(draft(ExportFormat.TSV, null).in(encoded("utf-16le"))).body())
        .isEqualTo(
            "\ufeffTitle\tDescription\tlat\r\nŽofie; =1\t'=1+2\t1.5\r\n"
                .getBytes(StandardCharsets.UTF_16LE));
    var unmarked = new CsvDialect(null, null, null, false, null);
    assertThat(file(draft(ExportFormat.CSV, null).in(unmarked)).text()).startsWith("Title,");
  }

  @Test
  void aCharacterThatTheEncodingLacksIsNamedWithItsRowAndColumn() {
    var run = export(draft(ExportFormat.CSV, null).in(encoded("iso-8859-1")));

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason())
        .contains("Row 1", "'Title'", "'Ž' (U+017D), which ISO-8859-1 lacks", "in UTF-8");
  }

  @Test
  void whatNoFileCanBeIsRefusedByItsField() {
    assertThat(faults(ExportFormat.CSV, new CsvDialect("dot", null, "klingon", null, null)))
        .containsExactly("/csv/separator", "/csv/encoding");
    assertThat(faults(ExportFormat.CSV, encoded("utf-16"))).containsExactly("/csv/encoding");
    assertThat(faults(ExportFormat.CSV, new CsvDialect(null, null, "windows-1250", true, null)))
        .containsExactly("/csv/bom");
    assertThat(faults(ExportFormat.CSV, new CsvDialect("§", null, "us-ascii", null, null)))
        .containsExactly("/csv/separator");
    assertThat(faults(ExportFormat.TSV, new CsvDialect("comma", null, null, null, null)))
        .containsExactly("/csv/separator");
    assertThat(faults(ExportFormat.XLSX, CsvDialect.USUAL)).containsExactly("/csv");
    assertThat(
            viewer
                .post("/exports", "{\"format\":\"CSV\",\"csv\":{\"lineEnd\":\"CR\",\"bell\":1}}")
                .faults(400))
        .containsExactly("/csv/lineEnd", "/csv/bell");
  }

  private List<String> faults(ExportFormat format, CsvDialect dialect) {
    return viewer.post("/exports", draft(format, null).in(dialect)).faults(400);
  }
}
