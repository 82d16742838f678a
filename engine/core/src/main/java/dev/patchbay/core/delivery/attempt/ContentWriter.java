package dev.patchbay.core.delivery.attempt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.Token;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one attempt's content as JSON; {@link ContentReader} reads it. */
final class ContentWriter {
  private final JsonGenerator out;
  private final Map<String, Integer> columns = new HashMap<>();

  ContentWriter(JsonGenerator out) {
    this.out = out;
  }

  void write(AttemptContent content) throws IOException {
    out.writeStartObject();
    texts("target", content.target().settings());
    layout(content.layout());
    rows(content.rows());
    out.writeStringField("plan", content.plan());
    texts("marks", content.marks());
    tokens(content.retired());
    out.writeEndObject();
  }

  private void texts(String field, Map<String, String> texts) throws IOException {
    out.writeObjectFieldStart(field);
    for (var entry : texts.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  private void layout(Layout layout) throws IOException {
    out.writeStringField("mode", layout.mode().name());
    out.writeStringField("key", layout.keyColumn());
    out.writeArrayFieldStart("columns");
    for (var column : layout.columns()) {
      columns.put(column.id(), columns.size());
      out.writeString(column.id());
      out.writeString(column.header());
      out.writeString(column.kind().name());
    }
    out.writeEndArray();
  }

  private void rows(List<Row> rows) throws IOException {
    out.writeArrayFieldStart("rows");
    for (var row : rows) {
      out.writeStartArray();
      out.writeString(row.key());
      for (var cell : row.cells().entrySet()) {
        out.writeNumber(number(cell.getKey()));
        cell(cell.getValue());
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private int number(String column) {
    var number = columns.get(column);
    if (number == null) {
      throw new IllegalArgumentException("column '" + column + "' is not in the layout");
    }
    return number;
  }

  private void cell(Cell cell) throws IOException {
    switch (cell) {
      case Cell.Text(var text) -> out.writeString(text);
      case Cell.Numeric(var number) -> out.writeNumber(number);
      case Cell.Bool(var flag) -> out.writeBoolean(flag);
      case Cell.Empty _ -> out.writeNull();
      case Cell.Date(var day) -> tagged("d", day.toString());
      case Cell.DateTime(var time) -> tagged("t", time.toString());
      case Cell.Money(var amount, var currency) -> tagged("m", amount.toString(), currency);
      case Cell.Link(var uri, var label) -> tagged("l", uri, label);
    }
  }

  private void tagged(String tag, String... parts) throws IOException {
    out.writeStartArray();
    out.writeString(tag);
    for (var part : parts) {
      out.writeString(part);
    }
    out.writeEndArray();
  }

  private void tokens(List<Token> tokens) throws IOException {
    out.writeArrayFieldStart("retired");
    for (var token : tokens) {
      out.writeNumber(token.id());
      out.writeString(token.attempt().toString());
    }
    out.writeEndArray();
  }
}
