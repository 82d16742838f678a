package dev.patchbay.core.delivery.attempt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what {@link ContentWriter} wrote, in the order in which it wrote it. */
final class ContentReader {
  private final JsonParser in;

  ContentReader(JsonParser in) {
    this.in = in;
  }

  AttemptContent read() throws IOException {
    next(JsonToken.START_OBJECT);
    var target = new Target(texts("target"));
    var layout = layout();
    var rows = rows(layout.columns());
    var plan = text("plan");
    return new AttemptContent(target, layout, rows, plan, texts("marks"), tokens());
  }

  private Map<String, String> texts(String field) throws IOException {
    enter(field, JsonToken.START_OBJECT);
    var texts = new LinkedHashMap<String, String>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      next(JsonToken.VALUE_STRING);
      texts.put(name, in.getText());
    }
    return texts;
  }

  private Layout layout() throws IOException {
    var mode = WriteMode.valueOf(text("mode"));
    var key = text("key");
    enter("columns", JsonToken.START_ARRAY);
    var columns = new ArrayList<Column>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      columns.add(new Column(in.getText(), string(), CellKind.valueOf(string())));
    }
    return new Layout(columns, key, mode);
  }

  private List<Row> rows(List<Column> columns) throws IOException {
    enter("rows", JsonToken.START_ARRAY);
    var rows = new ArrayList<Row>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      var key = string();
      var cells = new LinkedHashMap<String, Cell>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        var column = columns.get(in.getIntValue());
        in.nextToken();
        cells.put(column.id(), cell());
      }
      rows.add(new Row(key, cells));
    }
    return rows;
  }

  private Cell cell() throws IOException {
    return switch (in.currentToken()) {
      case VALUE_STRING -> new Cell.Text(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell.Numeric(in.getDecimalValue());
      case VALUE_TRUE -> new Cell.Bool(true);
      case VALUE_FALSE -> new Cell.Bool(false);
      case VALUE_NULL -> new Cell.Empty();
      case START_ARRAY -> tagged();
      case null, default -> throw new IOException("unexpected " + in.currentToken());
    };
  }

  private Cell tagged() throws IOException {
    var tag = string();
    var cell =
        switch (tag) {
          case "d" -> new Cell.Date(LocalDate.parse(string()));
          case "t" -> new Cell.DateTime(LocalDateTime.parse(string()));
          case "m" -> new Cell.Money(new BigDecimal(string()), string());
          case "l" -> new Cell.Link(string(), string());
          default -> throw new IOException("unknown kind of cell: " + tag);
        };
    next(JsonToken.END_ARRAY);
    return cell;
  }

  private List<Token> tokens() throws IOException {
    enter("retired", JsonToken.START_ARRAY);
    var tokens = new ArrayList<Token>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      tokens.add(new Token(in.getIntValue(), UUID.fromString(string())));
    }
    return tokens;
  }

  private void enter(String field, JsonToken start) throws IOException {
    next(JsonToken.FIELD_NAME);
    if (!in.currentName().equals(field)) {
      throw new IOException("expected " + field + " instead of " + in.currentName());
    }
    next(start);
  }

  private String text(String field) throws IOException {
    enter(field, JsonToken.VALUE_STRING);
    return in.getText();
  }

  private String string() throws IOException {
    next(JsonToken.VALUE_STRING);
    return in.getText();
  }

  private void next(JsonToken expected) throws IOException {
    var token = in.nextToken();
    if (token != expected) {
      throw new IOException("expected " + expected + " instead of " + token);
    }
  }
}
