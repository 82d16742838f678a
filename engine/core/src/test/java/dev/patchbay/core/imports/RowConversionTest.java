package dev.patchbay.core.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowConversionTest {
  private static final String BERLIN = "Europe/Berlin";

  private static ImportColumn column(String field) {
    return ImportColumn.of(field, field);
  }

  private static ImportColumn written(
      String field, @Nullable String pattern, @Nullable String language) {
    return new ImportColumn(field, field, null, null, pattern, language, BERLIN, true, Map.of());
  }

  private static Converted convert(List<ImportColumn> columns, Given... cells) {
    var bound = new ArrayList<BoundColumn>();
    for (int i = 0; i < columns.size(); i++) {
      bound.add(new BoundColumn(columns.get(i), columns.get(i).header() == null ? -1 : i));
    }
    return new RowConversion(bound)
        .convert(7, i -> i < cells.length ? cells[i] : new Given.Nothing());
  }

  /** One field beside a title. */
  private static Converted one(ImportColumn column, Given cell) {
    return convert(List.of(column, column("title")), cell, new Given.Text("t"));
  }

  private static String json(Converted converted) {
    return converted instanceof Converted.Ready ready
        ? new String(ready.json(), UTF_8)
        : converted.toString();
  }

  /** What the field became, with the title left out. */
  private static String value(ImportColumn column, Given cell) {
    return json(one(column, cell)).replaceFirst(",?\"title\":\"t\",?", "");
  }

  private static String problem(ImportColumn column, Given cell) {
    return one(column, cell) instanceof Converted.Faulty(var problems)
        ? problems.getFirst().problem()
        : "";
  }

  private static Given text(String text) {
    return new Given.Text(text);
  }

  @Test
  void objectsAreMadeOfFieldsWithADot() {
    var columns =
        List.of(
            column("reporter.name"),
            column("title"),
            column("attributes.Fläche"),
            column("reporter.email"));

    assertThat(json(convert(columns, text("Zoë"), text("t"), text("7"), text("z@example.org"))))
        .isEqualTo(
            "{\"title\":\"t\",\"attributes\":{\"Fläche\":\"7\"},"
                + "\"reporter\":{\"name\":\"Zoë\",\"email\":\"z@example.org\"}}");
  }

  @Test
  void anEmptyCellLeavesItsFieldOut() {
    assertThat(value(column("zip"), new Given.Nothing())).isEqualTo("{}");
    assertThat(value(column("zip"), text(" \u00a0\t"))).isEqualTo("{}");
    assertThat(value(column("tags"), text(" , ;"))).isEqualTo("{}");
  }

  @Test
  void textStaysAsItIsWritten() {
    assertThat(value(column("zip"), text("00712"))).isEqualTo("{\"zip\":\"00712\"}");
    assertThat(value(column("description"), text("=HYPERLINK(\"http://x\")")))
        .isEqualTo("{\"description\":\"=HYPERLINK(\\\"http://x\\\")\"}");
    assertThat(value(column("address"), text("  Am  Wall 3\u00a0")))
        .isEqualTo("{\"address\":\"Am  Wall 3\"}");
    assertThat(value(column("address"), text("𝄞 😀"))).isEqualTo("{\"address\":\"𝄞 😀\"}");
  }

  @ParameterizedTest
  @CsvSource({"10115.0,10115", "1e21,1000000000000000000000", "0.1,0.1", "-0.0,0"})
  void aNumberInATextFieldIsWrittenAsAPersonWould(double number, String expected) {
    assertThat(value(column("zip"), new Given.Numeric(number)))
        .isEqualTo("{\"zip\":\"" + expected + "\"}");
  }

  @Test
  void numbersAreReadAsTheLanguageWritesThem() {
    var german = written("lat", null, "de-DE");
    assertThat(value(german, text("52,5"))).isEqualTo("{\"lat\":52.5}");
    assertThat(problem(german, text("52.5"))).contains("','");
    assertThat(value(column("lat"), text("\u22125.25"))).isEqualTo("{\"lat\":-5.25}");
    assertThat(value(column("lat"), new Given.Numeric(52.5))).isEqualTo("{\"lat\":52.5}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,234.5", "1 000", "NaN", "Infinity", "0x10", "--1", "1e9999", "٣"})
  void whatIsNoNumberIsSaid(String text) {
    assertThat(problem(column("lat"), text(text))).isNotEmpty();
  }

  @Test
  void aPlaceBeyondTheEarthIsSaid() {
    assertThat(problem(column("lat"), text("90.001"))).contains("from -90 to 90");
    assertThat(value(column("long"), text("-180"))).isEqualTo("{\"long\":-180}");
  }

  @Test
  void timesGetTheOffsetOfTheirZone() {
    var plain = written("requestedAt", null, null);
    assertThat(value(plain, text("2026-07-01")))
        .isEqualTo("{\"requestedAt\":\"2026-07-01T00:00:00+02:00\"}");
    assertThat(value(plain, text("2026-01-31 08:15")))
        .isEqualTo("{\"requestedAt\":\"2026-01-31T08:15:00+01:00\"}");
    assertThat(value(plain, text("2026-01-31T08:15:00Z")))
        .isEqualTo("{\"requestedAt\":\"2026-01-31T08:15:00Z\"}");
    assertThat(value(plain, new Given.Moment(LocalDateTime.of(2026, 1, 31, 8, 15))))
        .isEqualTo("{\"requestedAt\":\"2026-01-31T08:15:00+01:00\"}");
    assertThat(value(plain, new Given.Day(LocalDate.of(2026, 1, 31))))
        .isEqualTo("{\"requestedAt\":\"2026-01-31T00:00:00+01:00\"}");
  }

  @Test
  void timesAreReadByThePatternAndLanguageOfTheColumn() {
    assertThat(value(written("expectedAt", "dd.MM.yyyy HH:mm", null), text("31.01.2026 08:15")))
        .isEqualTo("{\"expectedAt\":\"2026-01-31T08:15:00+01:00\"}");
    assertThat(value(written("expectedAt", "d. MMMM yyyy", "de-DE"), text("3. März 2026")))
        .isEqualTo("{\"expectedAt\":\"2026-03-03T00:00:00+01:00\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-30", "31.01.2026", "yesterday", "2026-1-1", "45000", "2026-13-01"})
  void whatIsNoTimeIsSaid(String text) {
    assertThat(problem(written("requestedAt", null, null), text(text))).contains("is no time");
  }

  @Test
  void aTimeThatClocksSkippedIsSaid() {
    assertThat(problem(written("requestedAt", null, null), text("2026-03-29T02:30:00")))
        .contains("never had");
    assertThat(value(written("requestedAt", null, null), text("2026-10-25T02:30:00")))
        .contains("+02:00");
  }

  @Test
  void aTimeOfDayOrANumberIsNoMoment() {
    assertThat(problem(column("requestedAt"), new Given.Clock(LocalTime.NOON))).isNotEmpty();
    assertThat(problem(column("requestedAt"), new Given.Numeric(45_000))).isNotEmpty();
    assertThat(problem(written("requestedAt", "yyyyy-MM-dd", null), text("12026-01-01")))
        .contains("year");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "No,false", "1,true", "FALSE,false"})
  void flagsAreReadAsPeopleWriteThem(String text, boolean expected) {
    assertThat(value(column("public"), text(text))).isEqualTo("{\"public\":" + expected + "}");
  }

  @Test
  void flagsMayBeCellsOrWhatTheProfileSays() {
    var columns =
        new ImportColumn(
            "public", "public", null, null, null, null, null, true, Map.of("Ja", "true"));
    assertThat(value(column("public"), new Given.Flag(true))).isEqualTo("{\"public\":true}");
    assertThat(value(column("public"), new Given.Numeric(0))).isEqualTo("{\"public\":false}");
    assertThat(value(columns, text("JA "))).isEqualTo("{\"public\":true}");
    assertThat(problem(column("public"), text("ja"))).contains("profile");
  }

  @Test
  void valuesAreTranslatedAndOthersStay() {
    var status =
        new ImportColumn(
            "status", "s", null, null, null, null, null, true, Map.of("Offen", "open", "-", ""));
    assertThat(value(status, text("offen"))).isEqualTo("{\"status\":\"open\"}");
    assertThat(value(status, text("closed"))).isEqualTo("{\"status\":\"closed\"}");
    assertThat(value(status, text("-"))).isEqualTo("{}");
  }

  @Test
  void aConstantIsTheSameForEveryRow() {
    var channel =
        new ImportColumn("channel", null, "paper", null, null, null, null, true, Map.of());
    assertThat(json(convert(List.of(column("title"), channel), text("t"))))
        .isEqualTo("{\"title\":\"t\",\"channel\":\"paper\"}");
  }

  @Test
  void attributesHaveTheTypeThatTheColumnSays() {
    var area =
        new ImportColumn(
            "attributes.area", "a", null, ImportType.NUMBER, null, null, null, true, Map.of());
    assertThat(value(area, text("12.50"))).isEqualTo("{\"attributes\":{\"area\":12.50}}");
    assertThat(problem(area, text("big"))).contains("no number");
  }

  @Test
  void listsAddressesAndMailboxesAreChecked() {
    assertThat(value(column("tags"), text("a; b,c ,"))).isEqualTo("{\"tags\":[\"a\",\"b\",\"c\"]}");
    assertThat(value(column("mediaUrl"), text("https://x.example/a%20b.jpg"))).contains("a%20b");
    assertThat(problem(column("mediaUrl"), text("a b.jpg"))).contains("no address");
    assertThat(problem(column("reporter.email"), text("ada at example"))).contains("no e-mail");
  }

  @Test
  void theErrorOfAFormulaIsSaid() {
    assertThat(problem(column("zip"), new Given.Failure("#DIV/0!"))).contains("formula");
  }

  @Test
  void aFormulaThatNobodyComputedIsSaidAndNoEmptyCell() {
    assertThat(problem(column("zip"), new Given.Uncomputed()))
        .startsWith("is a formula without a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "half \ud83d", "\udc00"})
  void whatIsNoCharacterIsSaidAndNotHandedOn(String text) {
    assertThat(one(column("description"), text(text)))
        .isInstanceOfSatisfying(
            Converted.Faulty.class,
            faulty -> {
              assertThat(faulty.problems().getFirst().problem()).contains("no character");
              assertThat(faulty.problems().getFirst().value()).contains("\ufffd");
            });
  }

  @Test
  void everyFaultOfARowIsNamedWithPlaceValueAndAdvice() {
    var columns = List.of(column("title"), column("lat"), column("requestedAt"));
    assertThat(convert(columns, new Given.Nothing(), text("x".repeat(300)), text("soon")))
        .isEqualTo(
            new Converted.Faulty(
                List.of(
                    new ImportProblem(7, "A", "title", "", "is empty; a request needs a title"),
                    new ImportProblem(
                        7,
                        "B",
                        "lat",
                        "x".repeat(100) + "…",
                        "is no number; write digits, with '.' before decimals and nothing between"
                            + " thousands"),
                    new ImportProblem(
                        7,
                        "C",
                        "requestedAt",
                        "soon",
                        "is no time; write it as 2026-01-31 or 2026-01-31T08:15:00+01:00, or give"
                            + " the column a pattern"))));
  }

  @Test
  void aTitleMayHaveFiveHundredCharacters() {
    var title = List.of(column("title"));
    assertThat(convert(title, text("😀".repeat(500)))).isInstanceOf(Converted.Ready.class);
    assertThat(convert(title, text("x".repeat(501)))).isInstanceOf(Converted.Faulty.class);
  }

  @Test
  void aRowIsKnownByItsIdOrByAllThatItSays() {
    var columns = List.of(column("id"), column("title"));
    var first = (Converted.Ready) convert(columns, text("r-1"), text("one"));
    var same = (Converted.Ready) convert(columns, text("r-1"), text("another"));
    var other = (Converted.Ready) convert(columns, text("r-2"), text("one"));
    assertThat(same.key()).isEqualTo(first.key()).isNotEqualTo(other.key());
    assertThat(first.named()).isTrue();

    var nameless = (Converted.Ready) convert(columns, new Given.Nothing(), text("one"));
    assertThat(nameless.named()).isFalse();
    assertThat(nameless.key())
        .isEqualTo(((Converted.Ready) convert(columns, text(" "), text("one"))).key())
        .isNotEqualTo(((Converted.Ready) convert(columns, text(" "), text("two"))).key());
  }
}
