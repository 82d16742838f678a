package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Upload sessions, strict about ranges and order. As SharePoint, it takes one session of a name at
 * a time. Guarded by itself.
 */
final class StandInUploads {
  private static final int UNIT = 320 << 10;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  /** One under way. */
  private record Session(String path, String onConflict, ByteArrayOutputStream bytes) {}

  private final StandInDrive drive;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  StandInUploads(StandInDrive drive) {
    this.drive = drive;
  }

  synchronized int open() {
    return sessions.size();
  }

  /** As when their time is over. */
  synchronized void expire() {
    sessions.clear();
  }

  synchronized String begin(String path, String onConflict) {
    drive.demandPlace(path, onConflict);
    var name = path.toLowerCase(Locale.ROOT);
    if (sessions.values().stream()
        .anyMatch(session -> session.path().toLowerCase(Locale.ROOT).equals(name))) {
      throw StandInAnswer.error(409, "nameAlreadyExists");
    }
    var id = UUID.randomUUID().toString();
    sessions.put(id, new Session(path, onConflict, new ByteArrayOutputStream()));
    return id;
  }

  synchronized StandInAnswer cancel(String id) {
    return sessions.remove(id) == null
        ? StandInAnswer.error(404, "itemNotFound")
        : StandInAnswer.empty(204);
  }

  synchronized StandInAnswer put(String id, String range, byte[] bytes) {
    var session = sessions.get(id);
    if (session == null) {
      throw StandInAnswer.error(404, "itemNotFound");
    }
    var found = RANGE.matcher(range);
    if (!found.matches()) {
      throw StandInAnswer.error(400, "invalidRequest");
    }
    long first = Long.parseLong(found.group(1));
    long next = Long.parseLong(found.group(2)) + 1;
    long total = Long.parseLong(found.group(3));
    if (first != session.bytes().size()) {
      throw StandInAnswer.error(416, "invalidRange");
    }
    if (next - first != bytes.length
        || (next < total && bytes.length % UNIT != 0)
        || next > total) {
      throw StandInAnswer.error(400, "invalidRequest");
    }
    session.bytes().writeBytes(bytes);
    return next == total ? finished(id, session) : more(next);
  }

  private StandInAnswer finished(String id, Session session) {
    boolean isNew = drive.put(session.path(), session.bytes().toByteArray(), session.onConflict());
    sessions.remove(id);
    return StandInAnswer.json(isNew ? 201 : 200, JsonNodeFactory.instance.objectNode());
  }

  private static StandInAnswer more(long next) {
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("nextExpectedRanges").add(next + "-");
    return StandInAnswer.json(202, json);
  }
}
