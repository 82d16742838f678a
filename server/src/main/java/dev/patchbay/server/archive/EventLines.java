package dev.patchbay.server.archive;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.patchbay.core.archive.ArchivedEvent;
import dev.patchbay.core.archive.ArchivedEvent.Outcome;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

  private EventLines(JsonGenerator json) {
    this.json = json;
  }

  static EventLines open(Path file) throws IOException {
    OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), BUFFER);
    var json = ServerJson.MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return new EventLines(json);
  }

  void write(ArchivedEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", event.id());
    json.writeStringField("acceptedAt", event.acceptedAt().toString());
    json.writeStringField("intake", event.intake());
    json.writeFieldName("event");
    json.writeRawValue(new String(event.payload(), StandardCharsets.UTF_8));
    json.writeArrayFieldStart("deliveries");
    for (var outcome : event.deliveries()) {
      write(outcome);
    }
    json.writeEndArray();
    json.writeEndObject();
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
