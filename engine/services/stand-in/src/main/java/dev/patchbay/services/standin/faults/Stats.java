package dev.patchbay.services.standin.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls counted by operation ({@code GET /users/{id}}) and by what they ended in: an HTTP status,
 * or {@code dropped} where the connection was closed without an answer. Thread-safe.
 */
public final class Stats {
  private final Map<String, Map<String, Long>> operations = new TreeMap<>();

  public synchronized void count(String operation, String ending) {
    operations.computeIfAbsent(operation, _ -> new TreeMap<>()).merge(ending, 1L, Long::sum);
  }

  /** Calls of an operation, however they ended. */
  public synchronized long calls(String operation) {
    return operations.getOrDefault(operation, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** {@code {operations: {operation: {status: n}}}}. */
  public synchronized ObjectNode toJson() {
    var json = Json.object();
    var byOperation = json.putObject("operations");
    operations.forEach(
        (operation, endings) -> {
          var counts = byOperation.putObject(operation);
          endings.forEach(counts::put);
        });
    return json;
  }
}
