package dev.patchbay.server.imports;

import static dev.patchbay.server.imports.ImportRig.csv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportPreview.Column;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.imports.RequestField;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /imports/preview}. */
@ExtendWith(SharedHub.class)
class ImportPreviewIT {
  private final ApiCaller support;
  private final ImportRig rig;

  ImportPreviewIT(TestHub hub) {
    this.support = hub.as(Role.SUPPORT);
    this.rig = new ImportRig(hub.admin(), support);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void headersAreShownWithSomeValuesAndTheFieldsOfTheirNames() {
    var file =
        csv(
            "Title;Requested at;Colour;title",
            ";2026-01-31;red;x",
            "Lamp;;" + "blue ".repeat(30) + ";y",
            "Bench;;;z",
            "Tree;;;");

    var seen = rig.preview("old.csv", file, "{}").as(200, ImportPreview.class);

    assertThat(seen.file()).isEqualTo("old.csv");
    assertThat(seen.columns())
        .containsExactly(
            new Column("A", "Title", List.of("Lamp", "Bench", "Tree"), "title"),
            new Column("B", "Requested at", List.of("2026-01-31"), "requestedAt"),
            new Column("C", "Colour", List.of("red", "blue ".repeat(16) + "…"), null),
            new Column("D", "title", List.of("x", "y", "z"), null));
    assertThat(seen.fields())
        .contains(
            new RequestField("title", RequestField.Kind.TEXT, true),
            new RequestField("requestedAt", RequestField.Kind.TIME, false),
            new RequestField("lat", RequestField.Kind.NUMBER, false));
    assertThat(support.get("/imports").page(ImportView.class).items())
        .noneMatch(run -> run.service().equals(rig.service()));
  }

  @Test
  void howATextIsReadIsTold() {
    var file = "title;zip\nŽofie;1\n".getBytes(Charset.forName("windows-1250"));

    var found = rig.preview("x.csv", file, "{}").as(200, ImportPreview.class);
    assertThat(found.encoding()).isNotEqualTo("windows-1250");
    assertThat(found.separator()).isEqualTo("semicolon");

    var said = "{\"encoding\":\"Windows-1250\",\"separator\":\"|\"}";
    var seen = rig.preview("x.csv", file, said).as(200, ImportPreview.class);
    assertThat(seen.encoding()).isEqualTo("windows-1250");
    assertThat(seen.separator()).isEqualTo("bar");
    assertThat(seen.columns())
        .containsExactly(new Column("A", "title;zip", List.of("Žofie;1"), null));
    assertThat(
            rig.preview("x.csv", file, "{\"encoding\":\"klingon\",\"separator\":\"dot\"}")
                .problem(400)
                .errors())
        .extracting(fault -> fault.field() + " " + fault.message())
        .containsExactly(
            "/encoding must be an encoding, such as utf-8, utf-16le, windows-1250, windows-1251,"
                + " windows-1252 or iso-8859-2",
            "/separator must be comma, semicolon, tab, bar or one character that is no quote and no"
                + " line end");
  }

  @Test
  void anyFieldThatIsShownCanBeFilled() {
    var fields = rig.preview("x.csv", csv("title"), "{}").as(200, ImportPreview.class).fields();
    var columns =
        String.join(
            ",",
            fields.stream()
                .map(field -> "{\"field\":\"%s\",\"header\":\"title\"}".formatted(field.name()))
                .toList());

    rig.send("x.csv", csv("title"), "\"dryRun\":true,\"columns\":[" + columns + "]")
        .as(202, ImportView.class);
  }

  @Test
  void aSheetOfAWorkbookIsChosenByItsName() throws IOException {
    var file = new ByteArrayOutputStream();
    var options = XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH));
    var layout =
        new TableLayout(
            "Lamps",
            Locale.ROOT,
            List.of(
                dev.patchbay.spreadsheets.write.Column.of("Title", ColumnType.TEXT),
                dev.patchbay.spreadsheets.write.Column.of("Seen", ColumnType.DATE)));
    try (var writer = new TableFormat.Xlsx(options).open(file, layout)) {
      writer.write(List.of(new Cell.Text("Lamp"), new Cell.Date(LocalDate.of(2026, 1, 31))));
      writer.finish();
    }
    var bytes = file.toByteArray();

    var seen = rig.preview("b.xlsx", bytes, "{\"sheet\":\"Lamps\"}").as(200, ImportPreview.class);

    assertThat(seen.sheets()).containsExactly("Lamps");
    assertThat(seen.sheet()).isEqualTo("Lamps");
    assertThat(seen.encoding()).as("no text").isNull();
    assertThat(seen.columns().get(1).samples()).containsExactly("2026-01-31");
    assertThat(rig.preview("b.xlsx", bytes, "{\"sheet\":\"Trees\"}").faults(400))
        .containsExactly("/sheet");
  }

  @Test
  void whatIsWrongWithAFileIsNamed() {
    assertThat(rig.preview("x.csv", new byte[0], "{}").faults(400)).containsExactly("/file");
    assertThat(rig.preview("x.csv", csv("title"), "{\"colour\":1}").faults(400))
        .containsExactly("/colour");
    assertThat(support.post("/imports/preview", "application/json", "{}").status()).isEqualTo(415);
  }
}
