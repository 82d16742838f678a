package dev.patchbay.connectors.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows as JSON: {@code {"delivery": …, "key": …, "data": {header: value}}}, one object for a
 * request of one row and an array otherwise. A column that a row does not have is absent, an empty
 * one null.
 */
final class Body {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> headers;

  Body(Layout layout) {
    this.headers = layout.columns().stream().collect(Collectors.toMap(Column::id, Column::header));
  }

  /**
   * Writes them.
   *
   * @param deliveries one for each row
   * @param asArray whether several may come, even where it is one
   */
  byte[] of(List<Row> rows, List<String> deliveries, boolean asArray) {
    var bytes = new ByteArrayOutputStream();
    try (var out = JSON.createGenerator(bytes)) {
      if (asArray) {
        out.writeStartArray();
      }
      for (int i = 0; i < rows.size(); i++) {
        row(out, rows.get(i), deliveries.get(i));
      }
      if (asArray) {
        out.writeEndArray();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void row(JsonGenerator out, Row row, String delivery) throws IOException {
    out.writeStartObject();
    out.writeStringField("delivery", delivery);
    out.writeStringField("key", row.key());
    out.writeObjectFieldStart("data");
    for (var cell : row.cells().entrySet()) {
      out.writeFieldName(headers.getOrDefault(cell.getKey(), cell.getKey()));
      cell(out, cell.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void cell(JsonGenerator out, Cell cell) throws IOException {
    switch (cell) {
      case Cell.Text(var text) -> out.writeString(text);
      case Cell.Numeric(var number) -> out.writeNumber(number);
      case Cell.Bool(var flag) -> out.writeBoolean(flag);
      case Cell.Date(var day) -> out.writeString(day.toString());
      case Cell.DateTime(var time) -> out.writeString(time.toString());
      case Cell.Empty _ -> out.writeNull();
      case Cell.Money(var amount, var currency) -> {
        out.writeStartObject();
        out.writeNumberField("amount", amount);
        out.writeStringField("currency", currency);
        out.writeEndObject();
      }
      case Cell.Link(var uri, var label) -> {
        out.writeStartObject();
        out.writeStringField("uri", uri);
        out.writeStringField("label", label);
        out.writeEndObject();
      }
    }
  }
}
