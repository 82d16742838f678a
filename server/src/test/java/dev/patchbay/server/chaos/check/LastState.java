package dev.patchbay.server.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.chaos.load.Facts;
import dev.patchbay.server.chaos.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the service has in each column of each row, as it applied one request after the other. */
final class LastState implements Check {
  private final Map<String, Map<String, String>> state = new HashMap<>();

  @Override
  public Invariant invariant() {
    return Invariant.LAST_STATE;
  }

  @Override
  public List<String> violations(Scene scene) {
    scene.applied().stream()
        .filter(one -> one.path().equals(Service.STATES))
        .forEach(one -> one.body().forEach(this::write));
    var wrong = new ArrayList<String>();
    scene
        .ledger()
        .lastState()
        .forEach(
            (key, cells) -> {
              var row = state.getOrDefault(key, Map.of());
              if (!cells.equals(row)) {
                wrong.add("row " + key + " is " + row + " and should be " + cells);
              }
            });
    return wrong;
  }

  private void write(JsonNode row) {
    var cells = state.computeIfAbsent(row.path("key").asText(), _ -> new HashMap<>());
    for (var column : Facts.COLUMNS) {
      if (row.path("data").has(column)) {
        cells.put(column, row.path("data").path(column).asText());
      }
    }
  }
}
