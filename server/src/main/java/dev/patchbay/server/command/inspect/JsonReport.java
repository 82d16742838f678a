package dev.patchbay.server.command.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SheetSize;
import java.io.IOException;
import java.io.PrintWriter;

/** One JSON object: {@code {"sheets":[{"name","rowCount","columnCount","rows":[[cell,…],…]}]}}. */
final class JsonReport implements InspectReport {
  private final PrintWriter out;
  private final JsonGenerator json;

  JsonReport(PrintWriter out) throws IOException {
    this.out = out;
    // Whatever the encoding of the terminal or pipe is, no letter is lost.
    var factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    json = factory.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public void rejected(String reason) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("rejected", true);
    json.writeStringField("reason", reason);
    json.writeEndObject();
  }

  @Override
  public void begin() throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("sheets");
  }

  @Override
  public void beginSheet(String name, SheetSize size) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("rowCount", size.rows());
    json.writeNumberField("columnCount", size.columns());
    json.writeArrayFieldStart("rows");
  }

  @Override
  public void row(Row row, int columns) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < columns; i++) {
      cell(row.cell(i));
    }
    json.writeEndArray();
  }

  private void cell(Cell cell) throws IOException {
    switch (cell) {
      case Cell.Empty(), Cell.Uncomputed() -> json.writeNull();
      case Cell.Bool(var value) -> json.writeBoolean(value);
      case Cell.Numeric(var value) -> json.writeNumber(CellText.number(value));
      case Cell.Exact(var value) -> json.writeNumber(value);
      case Cell.Text _, Cell.Failure _, Cell.Date _, Cell.DateTime _, Cell.Time _ ->
          json.writeString(CellText.of(cell));
    }
  }

  @Override
  public void endSheet() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.flush();
    out.println();
    out.flush();
  }
}
