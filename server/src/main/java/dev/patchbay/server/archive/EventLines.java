package dev.patchbay.server.archive;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.patchbay.core.archive.ArchivedEvent;
import dev.patchbay.core.archive.ArchivedEvent.Outcome;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Events as lines of JSON (<a href="https://jsonlines.org">JSON Lines</a>), packed by gzip: the
 * same events make the same bytes. Used by one thread.
 */
final class EventLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final JsonGenerator json;
  private final OutputStream out;

  private EventLines(JsonGenerator json, OutputStream out) {
    this.json = json;
    this.out = out;
  }

  static EventLines open(Path file) throws IOException {
    OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), BUFFER);
    var json = ServerJson.MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return new EventLines(json, out);
  }

  void write(ArchivedEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", event.id());
    json.writeStringField("acceptedAt", event.acceptedAt().toString());
    json.writeStringField("intake", event.intake());
    json.writeFieldName("event");
    writeAsItIs(event.payload());
    json.writeArrayFieldStart("deliveries");
    for (var outcome : event.deliveries()) {
      write(outcome);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** JSON in UTF-8 stays so: a text of it would take twice its size. */
  private void writeAsItIs(byte[] value) throws IOException {
    json.writeRawValue("");
    json.flush();
    out.write(value);
  }

  private void write(Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", outcome.id());
    json.writeStringField("route", outcome.route());
    json.writeStringField("connector", outcome.connector());
    json.writeStringField("key", outcome.key());
    json.writeStringField("state", outcome.state().name());
    json.writeNumberField("tries", outcome.tries());
    if (outcome.cause() != null) {
      json.writeStringField("cause", outcome.cause());
    }
    if (outcome.endedAt() != null) {
      json.writeStringField("endedAt", outcome.endedAt().toString());
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
