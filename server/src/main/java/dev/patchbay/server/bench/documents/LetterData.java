package dev.patchbay.server.bench.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the letter is filled with. */
final class LetterData {
  private static final int ROWS = 50;
  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

  private LetterData() {}

  /** In an order that stays. */
  static Map<String, Object> all() {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", "r-0");
    data.put("name", "Anna Müller & Söhne");
    data.put("street", "Am Alten Markt 7");
    data.put("city", "Ludwigsburg");
    data.put("title", "Street lamp is <broken>");
    data.put("status", "in progress");
    data.put("date", BEGIN.toString());
    data.put("staff", Map.of("name", "Ben Schmidt"));
    data.put("rows", rows());
    return data;
  }

  private static List<Map<String, Object>> rows() {
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= ROWS; i++) {
      rows.add(
          Map.of(
              "no", i,
              "item", "Lamp no. %d & mast".formatted(i * 7919 % 1009),
              "note", "looked at twice, part %d ordered".formatted(i * 31),
              "due", BEGIN.plusDays(i).toString(),
              "price", i * 137 % 1000 / 10.0));
    }
    return rows;
  }
}
