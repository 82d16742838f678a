package dev.patchbay.store.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.spi.Cell;
import dev.patchbay.store.StorableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Columns that nobody filters by, as one JSON object. */
final class MoreColumns {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final ObjectReader VALUE = JSON.readerFor(Object.class);

  private MoreColumns() {}

  static String text(Map<String, Cell> columns) {
    if (columns.isEmpty()) {
      return "{}";
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    columns.forEach((id, cell) -> values.put(id, value(cell)));
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("cells cannot be written as JSON", bug);
    }
  }

  static Map<String, Object> read(String text) {
    return read(text, _ -> true);
  }

  /** Of those that are wanted; the others are passed over, which costs next to nothing. */
  static Map<String, Object> read(String text, Predicate<String> wanted) {
    var values = new LinkedHashMap<String, Object>();
    try (var parser = JSON.createParser(text)) {
      parser.nextToken();
      for (var id = parser.nextFieldName(); id != null; id = parser.nextFieldName()) {
        parser.nextToken();
        if (wanted.test(id)) {
          values.put(id, VALUE.readValue(parser));
        } else {
          parser.skipChildren();
        }
      }
      return values;
    } catch (IOException broken) {
      throw new IllegalStateException("a row of the read model cannot be read", broken);
    }
  }

  /** Some of the columns of such an object. */
  static String some(String text, Set<String> ids) {
    var some = read(text, ids::contains);
    try {
      return some.isEmpty() ? "{}" : JSON.writeValueAsString(some);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("what was read as JSON cannot be written as such", bug);
    }
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell) {
      case Cell.Empty _ -> null;
      case Cell.Text(var text) -> StorableText.of(text);
      case Cell.Numeric(var number) -> number;
      case Cell.Bool(boolean bool) -> bool;
      case Cell.Date(var day) -> day.toString();
      case Cell.DateTime(var time) -> time.toString();
      case Cell.Money(BigDecimal amount, var currency) ->
          Map.of("amount", amount, "currency", currency);
      case Cell.Link(var uri, _) -> StorableText.of(uri);
    };
  }
}
