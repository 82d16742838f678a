package dev.patchbay.server.demo.once;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.http.ServerJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes CloudEvents of rows. A key's first row is a creation; a row that equals the key's last one
 * is the same event once more, for the server to notice; any other is an update with a higher
 * version.
 */
final class RowEvents {
  private static final String SOURCE = "/demo/requests";
  private static final int HASH_BYTES = 12;

  private final RequestFile file;
  private final MessageDigest sha256 = sha256();
  private final Map<String, State> states = new HashMap<>();

  private RowEvents(RequestFile file) {
    this.file = file;
  }

  /** One event for each row, in the order of the file. */
  static List<RowEvent> of(RequestFile file) {
    var events = new RowEvents(file);
    var made = new ArrayList<RowEvent>(file.rows().size());
    file.rows().forEach(row -> made.add(events.next(row)));
    return made;
  }

  /** Where a key stands. */
  private record State(List<String> cells, int version) {}

  private RowEvent next(RequestFile.Row row) {
    var key = file.keyOf(row);
    var before = states.get(key);
    if (before == null || !before.cells().equals(row.cells())) {
      states.put(key, new State(row.cells(), before == null ? 1 : before.version() + 1));
    }
    int version = states.getOrDefault(key, new State(row.cells(), 1)).version();
    var id = key + "-" + hash(row, version);
    return new RowEvent(row.line(), id, ServerJson.bytes(event(row, key, id, version)));
  }

  private ObjectNode event(RequestFile.Row row, String key, String id, int version) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0").put("id", id).put("source", SOURCE);
    event.put("type", version == 1 ? "request.created" : "request.updated");
    event.put("subject", key).put("datacontenttype", "application/json");
    var data = event.putObject("data").put("id", key).put("version", version);
    var attributes = data.putObject("attributes");
    for (int i = 0; i < row.cells().size(); i++) {
      attributes.put(file.header().get(i), row.cells().get(i));
    }
    return event;
  }

  /** The version counts, too: a request may come back to a state it was in before. */
  private String hash(RequestFile.Row row, int version) {
    sha256.update(Integer.toString(version).getBytes(StandardCharsets.UTF_8));
    for (var cell : row.cells()) {
      var bytes = cell.getBytes(StandardCharsets.UTF_8);
      sha256.update((":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
