package dev.patchbay.spreadsheets.write.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.LoneSurrogate;
import dev.patchbay.spreadsheets.write.RowTarget;
import dev.patchbay.spreadsheets.write.TableLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** One JSON object a row; an empty cell is null. */
public final class JsonLinesTarget implements RowTarget {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final SerializableString[] keys;
  private final JsonGenerator json;

  private JsonLinesTarget(SerializableString[] keys, JsonGenerator json) {
    this.keys = keys;
    this.json = json;
  }

  /** Begins with nothing. */
  public static JsonLinesTarget open(OutputStream output, TableLayout layout) throws IOException {
    var keys =
        layout.columns().stream()
            .map(Column::header)
            .map(SerializedString::new)
            .toArray(SerializableString[]::new);
    var json = FACTORY.createGenerator(output);
    json.setRootValueSeparator(new SerializedString(""));
    return new JsonLinesTarget(keys, json);
  }

  @Override
  public void begin() throws IOException {
    json.writeStartObject();
  }

  @Override
  public void empty(int column) throws IOException {
    json.writeFieldName(keys[column]);
    json.writeNull();
  }

  @Override
  public void text(int column, String value) throws IOException {
    LoneSurrogate.refuse(value);
    write(column, value);
  }

  @Override
  public void link(int column, String value) throws IOException {
    text(column, value);
  }

  @Override
  public void number(int column, double value) throws IOException {
    json.writeFieldName(keys[column]);
    json.writeNumber(Plain.of(value));
  }

  @Override
  public void exact(int column, BigDecimal value) throws IOException {
    json.writeFieldName(keys[column]);
    json.writeNumber(Plain.of(value));
  }

  @Override
  public void bool(int column, boolean value) throws IOException {
    json.writeFieldName(keys[column]);
    json.writeBoolean(value);
  }

  @Override
  public void date(int column, LocalDate value) throws IOException {
    write(column, DateTimeFormatter.ISO_LOCAL_DATE.format(value));
  }

  @Override
  public void dateTime(int column, LocalDateTime value) throws IOException {
    write(column, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
  }

  private void write(int column, String value) throws IOException {
    json.writeFieldName(keys[column]);
    json.writeString(value);
  }

  @Override
  public void end() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public int finish() throws IOException {
    json.flush();
    return 1;
  }

  /** What is still gathered belongs to no complete file. */
  @Override
  public void close() {
    // The stream belongs to the caller.
  }
}
