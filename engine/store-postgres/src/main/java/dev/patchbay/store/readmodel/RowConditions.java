package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Words;
import dev.patchbay.store.StorableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a generation a statement is about. Columns are named by this hub, never by people.
 */
final class RowConditions {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final StringBuilder sql = new StringBuilder("generation = ? AND NOT deleted");
  private final List<Object> parameters = new ArrayList<>();

  RowConditions(int generation) {
    parameters.add(generation);
  }

  /** A column is one of these values; any if there are none. */
  void any(String column, List<String> values) {
    if (!values.isEmpty()) {
      var storable = values.stream().map(StorableText::of).toArray(String[]::new);
      add(column + " = ANY (?)", storable);
    }
  }

  /**
   * A column lies in a stretch of time.
   *
   * @param from counts, null for all
   * @param to does not count, null for all
   */
  void between(String column, @Nullable Instant from, @Nullable Instant to) {
    if (from != null) {
      add(column + " >= ?", from);
    }
    if (to != null) {
      add(column + " < ?", to);
    }
  }

  /** Each word is in one of its places. */
  void words(Words words) {
    var condition = words.lookEverywhere() ? anywhere() : in(words);
    for (var word : BLANKS.split(words.text(), -1)) {
      if (!word.isEmpty()) {
        var escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        add(condition, "%" + StorableText.of(escaped) + "%");
      }
    }
  }

  private static String anywhere() {
    return "words LIKE lower(? COLLATE \"pg_c_utf8\")";
  }

  /** The index is of all texts and left alone: even its speed would tell what is in the others. */
  private static String in(Words words) {
    return words.places().stream()
        .sorted()
        .map(place -> "coalesce(" + place.field() + ", '')")
        .collect(
            Collectors.joining(
                " || E'\\n' || ",
                "lower((",
                ") COLLATE \"pg_c_utf8\") LIKE lower(? COLLATE \"pg_c_utf8\")"));
  }

  /** Rows that follow a place where they are sorted by id. */
  void afterId(Place place) {
    add("id > ?", place.id());
  }

  /**
   * Rows that follow a place where they are sorted by a time. The first condition alone finds the
   * place in the index.
   */
  void after(String column, String beyond, Place place) {
    add("%s %s= ?::timestamptz".formatted(column, beyond), place.timestamp());
    add("(%s %s ?::timestamptz OR id > ?)".formatted(column, beyond), place.timestamp());
    parameters.add(place.id());
  }

  private void add(String condition, Object value) {
    sql.append(" AND ").append(condition);
    parameters.add(value);
  }

  /** For {@code WHERE}. */
  String sql() {
    return sql.toString();
  }

  /** Of {@link #sql}, in order. */
  Object[] parameters() {
    return parameters.toArray();
  }
}
