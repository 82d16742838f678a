package dev.patchbay.core.delivery.row;

import dev.patchbay.core.event.EventVersion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which column stands in an upsert target for one key. Stored as text: one line
 * per version with the columns that carry it, so that a version common to all columns is stored
 * once; fields are separated by tabs, backslash escapes.
 *
 * @param columns version by column id
 */
public record VersionMarks(Map<String, EventVersion> columns) {
  /** Nothing stands there. */
  public static final VersionMarks NONE = new VersionMarks(Map.of());

  private static final int FIELDS_OF_A_VERSION = 4;

  public VersionMarks {
    columns = Map.copyOf(columns);
  }

  /** One version of all these columns. */
  static VersionMarks ofAll(Set<String> columns, EventVersion version) {
    var marks = new HashMap<String, EventVersion>();
    columns.forEach(column -> marks.put(column, version));
    return new VersionMarks(marks);
  }

  /**
   * Reads stored text.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public static VersionMarks parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    var columns = new LinkedHashMap<String, EventVersion>();
    for (var line : text.split("\n", -1)) {
      var fields = line.split("\t", -1);
      if (fields.length <= FIELDS_OF_A_VERSION) {
        throw new IllegalArgumentException("row version marks are malformed");
      }
      var version = version(fields);
      for (var i = FIELDS_OF_A_VERSION; i < fields.length; i++) {
        columns.put(unescaped(fields[i]), version);
      }
    }
    return new VersionMarks(columns);
  }

  /** The form that is stored, the same for equal marks. */
  public String text() {
    var lines = new LinkedHashMap<EventVersion, StringBuilder>();
    for (var column : new TreeMap<>(columns).entrySet()) {
      lines
          .computeIfAbsent(column.getValue(), version -> new StringBuilder(head(version)))
          .append('\t')
          .append(escaped(column.getKey()));
    }
    return String.join("\n", lines.values());
  }

  private static String head(EventVersion version) {
    return version.rank()
        + "\t"
        + version.number().toPlainString()
        + "\t"
        + escaped(version.text())
        + "\t"
        + version.arrival();
  }

  private static EventVersion version(String[] fields) {
    return new EventVersion(
        Integer.parseInt(fields[0]),
        new BigDecimal(fields[1]),
        unescaped(fields[2]),
        Long.parseLong(fields[3]));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      plain.append(c == '\\' && i + 1 < text.length() ? meaning(text.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char meaning(char escape) {
    return switch (escape) {
      case 't' -> '\t';
      case 'n' -> '\n';
      default -> escape;
    };
  }
}
