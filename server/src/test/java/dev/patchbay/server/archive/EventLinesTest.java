package dev.patchbay.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.archive.ArchivedEvent;
import dev.patchbay.core.archive.ArchivedEvent.Outcome;
import dev.patchbay.model.delivery.DeliveryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive looks like, byte by byte. */
class EventLinesTest {
  private static final Instant AT = Instant.parse("2026-10-15T06:00:00Z");
  private static final Outcome SENT =
      new Outcome("1-1-a", "letters", "papers", "k", DeliveryState.DELIVERED, 1, null, AT);

  @TempDir private Path folder;

  @Test
  void envelopesStandInTheirLinesAsTheyCame() throws IOException {
    var file = folder.resolve("events");
    try (var lines = EventLines.open(file)) {
      lines.write(event("a", "{ \"data\": \"Grüße €😀 \\u00e9\", \"n\": 1.50 }", SENT));
      lines.write(event("b", "{}"));
    }

    assertThat(unpacked(file))
        .isEqualTo(
            """
            {"id":"a","acceptedAt":"2026-10-15T06:00:00Z","intake":"http",\
            "event":{ "data": "Grüße €😀 \\u00e9", "n": 1.50 },\
            "deliveries":[{"id":"1-1-a","route":"letters","connector":"papers","key":"k",\
            "state":"DELIVERED","tries":1,"endedAt":"2026-10-15T06:00:00Z"}]}
            {"id":"b","acceptedAt":"2026-10-15T06:00:00Z","intake":"http","event":{},"deliveries":[]}""");
  }

  private static ArchivedEvent event(String id, String envelope, Outcome... deliveries) {
    return new ArchivedEvent(id, AT, "http", envelope.getBytes(UTF_8), List.of(deliveries));
  }

  private static String unpacked(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
