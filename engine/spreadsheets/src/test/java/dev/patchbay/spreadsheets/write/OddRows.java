package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Rows of every type of column, with texts that a careless writer spoils. */
final class OddRows {
  static final TableLayout LAYOUT =
      new TableLayout(
          "Requests",
          Locale.GERMANY,
          List.of(
              Column.of("Name", ColumnType.TEXT),
              Column.of("Nr", ColumnType.INTEGER),
              Column.of("Rate", ColumnType.DECIMAL),
              Column.of("Amount €", ColumnType.MONEY),
              Column.of("Day", ColumnType.DATE),
              Column.of("At <&>", ColumnType.DATE_TIME),
              Column.of("Open", ColumnType.BOOLEAN),
              Column.of("Page", ColumnType.LINK)));

  static final List<String> TEXTS =
      List.of(
          "plain",
          "007",
          "1e5",
          "TRUE",
          "=1+2",
          "=cmd|' /C calc'!A0",
          "+1",
          "-1",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "a\nb",
          "a\r\nb",
          " lead",
          "trail ",
          "a  b",
          "\"",
          "\"\"",
          "a,b;c\td",
          "'",
          "<&>\"'",
          "]]>",
          "_x0041_",
          "_x005F_x0041_",
          "_",
          "__x",
          "ä ß € Ž",
          "日本語",
          "שלום",
          "مرحبا",
          "😀",
          "👩‍👩‍👧",
          "#N/A",
          "2026-01-01",
          "x".repeat(32_767),
          "😀".repeat(16_383),
          "\u00a0",
          "\ufeff",
          "\u2028",
          "\u0085",
          "\u007f");

  /** What XML cannot hold; no encoding has the last. */
  static final List<String> CONTROLS =
      List.of("\u0000", "a\u0001b", "\u000b\u001f", "\uffff", "\ufffe");

  private static final String LETTERS = "ab _x0041\n\t\"',;<&>=éШ中";

  private OddRows() {}

  /** Each text once, then texts at random; the same for the same seed. */
  static List<List<Cell>> of(List<String> texts, long seed, int more) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var all = new ArrayList<>(texts);
    for (int i = 0; i < more; i++) {
      all.add(text(random));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (var text : all) {
      rows.add(row(text, random));
    }
    return rows;
  }

  private static String text(RandomGenerator random) {
    var text = new StringBuilder("t");
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static List<Cell> row(String text, RandomGenerator random) {
    return List.of(
        new Cell.Text(text),
        new Cell.Numeric(random.nextLong(-9_007_199_254_740_991L, 9_007_199_254_740_991L)),
        new Cell.Numeric(random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20))),
        new Cell.Exact(BigDecimal.valueOf(random.nextLong(-99_999_999, 99_999_999), 2)),
        new Cell.Date(LocalDate.of(1900, 3, 1).plusDays(random.nextInt(60_000))),
        new Cell.DateTime(
            LocalDateTime.of(2000, 1, 1, 0, 0).plusNanos(random.nextInt() * 1_000_000L)),
        random.nextInt(10) == 0 ? Cell.EMPTY : new Cell.Bool(random.nextBoolean()),
        new Cell.Text("https://example.org/?q=a_b&nr=" + random.nextInt()));
  }
}
