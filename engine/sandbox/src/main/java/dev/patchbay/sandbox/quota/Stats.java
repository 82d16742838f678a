package dev.patchbay.sandbox.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls counted by method and by what they ended in: an HTTP status, or {@code dropped} when the
 * connection was closed without an answer. Safe for any thread.
 */
public final class Stats {

  private final Map<String, Map<String, Long>> methods = new TreeMap<>();
  private long reads;
  private long writes;

  public synchronized void count(String method, String ending) {
    methods.computeIfAbsent(method, _ -> new TreeMap<>()).merge(ending, 1L, Long::sum);
  }

  /** Counts a call of the Sheets API, refused or not. */
  public synchronized void countSheets(boolean write) {
    if (write) {
      writes++;
    } else {
      reads++;
    }
  }

  public synchronized long reads() {
    return reads;
  }

  public synchronized long writes() {
    return writes;
  }

  /** {@code {readCalls, writeCalls, methods: {method: {status: n}}}}. */
  public synchronized ObjectNode toJson() {
    ObjectNode json = Json.object().put("readCalls", reads).put("writeCalls", writes);
    ObjectNode byMethod = json.putObject("methods");
    methods.forEach(
        (method, endings) -> {
          ObjectNode counts = byMethod.putObject(method);
          endings.forEach(counts::put);
        });
    return json;
  }
}
