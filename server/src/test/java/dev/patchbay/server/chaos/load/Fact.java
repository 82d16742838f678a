package dev.patchbay.server.chaos.load;

import dev.patchbay.server.http.ServerJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event.
 *
 * @param key of a request; its first letter names the broker that brings it
 * @param version the key's versions grow one by one
 * @param cells columns that it sets, by name
 */
public record Fact(String key, int version, Map<String, String> cells) {
  /** The event type of all of them. */
  public static final String TYPE = "request.updated";

  public Fact {
    cells = Map.copyOf(cells);
  }

  /** Names it among all. */
  public String id() {
    return key + "-" + version;
  }

  /** As CloudEvents JSON. */
  public byte[] json() {
    return json(Map.of());
  }

  /** The same with more in its data. */
  public byte[] json(Map<String, Object> more) {
    var data = new LinkedHashMap<String, Object>(cells);
    data.put("id", key);
    data.put("version", version);
    data.putAll(more);
    return ServerJson.bytes(
        Map.of(
            "specversion",
            "1.0",
            "id",
            id(),
            "source",
            "/chaos",
            "type",
            TYPE,
            "subject",
            key,
            "data",
            data));
  }
}
