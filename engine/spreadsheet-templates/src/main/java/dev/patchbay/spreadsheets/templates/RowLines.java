package dev.patchbay.spreadsheets.templates;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;

/** Rows as the hub writes them, a JSON object a line, with the cells that are wanted of them. */
final class RowLines implements Iterator<List<Cell>>, AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<Order.Column> columns;
  private final MappingIterator<JsonNode> lines;

  RowLines(Path file, List<Order.Column> columns) throws IOException {
    this.columns = columns;
    this.lines = JSON.readerFor(JsonNode.class).readValues(file.toFile());
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public List<Cell> next() {
    var row = lines.next();
    return columns.stream().map(column -> cell(row.path(column.key()), column.type())).toList();
  }

  private static Cell cell(JsonNode value, ColumnType type) {
    if (value.isNull() || value.isMissingNode()) {
      return Cell.EMPTY;
    }
    return switch (type) {
      case TEXT, LINK -> new Cell.Text(value.textValue());
      case INTEGER, DECIMAL, MONEY -> new Cell.Exact(value.decimalValue());
      case DATE -> new Cell.Date(LocalDate.parse(value.textValue()));
      case DATE_TIME -> new Cell.DateTime(LocalDateTime.parse(value.textValue()));
      case BOOLEAN -> new Cell.Bool(value.booleanValue());
    };
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
