package dev.patchbay.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.imports.HeaderMatch.Matched;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeaderMatchTest {
  private static List<String> faults(Matched matched) {
    return matched instanceof Matched.Faulty(var faults)
        ? faults.stream().map(FieldError::field).toList()
        : List.of();
  }

  @Test
  void headersAreTakenForFieldsWhateverTheirCaseBlanksAndUnderscores() {
    var headers =
        List.of(
            "TITLE", " requested_at", "Reporter E-Mail", "reporter.name", "attributes.Size", "");
    var found =
        HeaderMatch.byName(List.of("TITLE", " requested_at", "Reporter Email", "Colour", ""));

    assertThat(found)
        .isEqualTo(
            new Matched.Bound(
                List.of(
                    new BoundColumn(ImportColumn.of("title", "TITLE"), 0),
                    new BoundColumn(ImportColumn.of("requestedAt", " requested_at"), 1),
                    new BoundColumn(ImportColumn.of("reporter.email", "Reporter Email"), 2)),
                List.of("Colour")));
    assertThat(HeaderMatch.byName(headers))
        .isInstanceOfSatisfying(
            Matched.Bound.class,
            bound ->
                assertThat(bound.columns())
                    .extracting(column -> column.column().field())
                    .containsExactly(
                        "title",
                        "requestedAt",
                        "reporter.email",
                        "reporter.name",
                        "attributes.Size"));
  }

  @Test
  void headersThatAreMissingOrDoubleAreNamed() {
    assertThat(faults(HeaderMatch.byName(List.of("name")))).containsExactly("/file");
    assertThat(HeaderMatch.byName(List.of("title", "x", "Title")).toString())
        .contains("'title' in column A and 'Title' in column C");
    var columns =
        List.of(
            ImportColumn.of("title", "betreff"),
            ImportColumn.of("zip", "PLZ"),
            ImportColumn.of("status", "Status"));
    assertThat(faults(HeaderMatch.of(List.of(" Betreff ", "STATUS", "status"), columns)))
        .containsExactly("/columns/1/header", "/columns/2/header");
  }

  @Test
  void columnsAreNamedAsSpreadsheetsDo() {
    assertThat(BoundColumn.letters(0)).isEqualTo("A");
    assertThat(BoundColumn.letters(25)).isEqualTo("Z");
    assertThat(BoundColumn.letters(26)).isEqualTo("AA");
    assertThat(BoundColumn.letters(16_383)).isEqualTo("XFD");
  }

  @Test
  void whatIsWrongWithColumnsIsNamed() {
    var columns =
        List.of(
            ImportColumn.of("colour", "x"),
            ImportColumn.of("zip", "a"),
            ImportColumn.of("zip", "b"),
            column("lat", null, "91"),
            column("status", "s", "open"),
            new ImportColumn("zip2", "x", null, null, null, null, null, true, Map.of()),
            new ImportColumn(
                "requestedAt",
                "x",
                null,
                ImportType.TEXT,
                "bogus {",
                "deutsch!",
                null,
                true,
                Map.of()),
            new ImportColumn(
                "expectedAt", "x", null, null, null, null, "Mars/Base", true, Map.of()));

    assertThat(ColumnCheck.faults(columns))
        .extracting(FieldError::field)
        .containsExactly(
            "/columns/0/field",
            "/columns/2/field",
            "/columns/3/constant",
            "/columns/4/header",
            "/columns/5/field",
            "/columns/6/type",
            "/columns/6/language",
            "/columns/6/pattern",
            "/columns/7/zone",
            "/columns");
    assertThat(ColumnCheck.faults(List.of(ImportColumn.of("title", "x")))).isEmpty();
  }

  private static ImportColumn column(
      String field, @Nullable String header, @Nullable String constant) {
    return new ImportColumn(field, header, constant, null, null, null, null, true, Map.of());
  }

  @Test
  void theFieldsAreThoseOfTheContract() throws IOException {
    var contract = Files.readString(Path.of("../../docs/contracts/request-service.yaml"));
    var draft = contract.substring(contract.indexOf("RequestDraft:\n"));
    var names =
        Pattern.compile("^        (\\w+): ", Pattern.MULTILINE)
            .matcher(draft.substring(0, draft.indexOf("RequestPage:")))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !name.equals("reporter") && !name.equals("attributes"))
            .toList();

    assertThat(DraftField.all().stream().map(DraftField::path).filter(p -> p.indexOf('.') < 0))
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
