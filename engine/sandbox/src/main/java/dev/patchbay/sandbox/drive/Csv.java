package dev.patchbay.sandbox.drive;

import java.util.ArrayList;
import java.util.List;

/** Delimited text (RFC 4180). */
final class Csv {

  private Csv() {}

  static List<List<String>> read(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      pending = true;
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(text.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == delimiter) {
        row.add(take(cell));
      } else if (c == '\n') {
        row.add(take(cell));
        rows.add(row);
        row = new ArrayList<>();
        pending = false;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (pending) {
      row.add(take(cell));
      rows.add(row);
    }
    return rows;
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }

  static String quote(String cell, char delimiter) {
    if (delimiter == '\t') {
      return cell.replace('\t', ' ').replace('\n', ' ');
    }
    boolean plain =
        cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
