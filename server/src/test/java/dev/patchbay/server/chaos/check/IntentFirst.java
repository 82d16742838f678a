package dev.patchbay.server.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.chaos.service.Applied;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Attempts, whose id holds the time of the node that wrote them, against what was applied. */
final class IntentFirst implements Check {
  private static final Duration BEFORE_THE_LAST_LOOK = Duration.ofMinutes(2);

  @Override
  public Invariant invariant() {
    return Invariant.INTENT;
  }

  @Override
  public List<String> violations(Scene scene) throws SQLException {
    var intents = intents(scene);
    var wrong = new ArrayList<String>();
    for (var one : scene.applied()) {
      long latest = one.micros() / 1_000 + scene.clockError().toMillis();
      deliveries(one)
          .filter(delivery -> intents.getOrDefault(delivery, Long.MAX_VALUE) > latest)
          .forEach(delivery -> wrong.add("no intent stood before " + delivery + " was applied"));
    }
    return wrong;
  }

  /** Lane and number. */
  private static Stream<String> deliveries(Applied one) {
    var rows =
        one.body().isArray()
            ? StreamSupport.stream(one.body().spliterator(), false)
            : Stream.of(one.body());
    return rows.map(IntentFirst::delivery);
  }

  private static String delivery(JsonNode row) {
    var parts = row.path("delivery").asText().split("-", 3);
    return parts[0] + "-" + parts[1];
  }

  /** Milliseconds since 1970 of the first attempt, by lane and number. */
  private static Map<String, Long> intents(Scene scene) throws SQLException {
    var from = scene.since().minus(BEFORE_THE_LAST_LOOK).minus(scene.clockError());
    var sql =
        """
        SELECT lane_id || '-' || unnest(seqs || covers), ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint
        FROM attempt WHERE id >= uuid_v7_floor('%s')
        """
            .formatted(from);
    var intents = new HashMap<String, Long>();
    for (var row : scene.rows().list(sql)) {
      intents.merge(row.getFirst(), Long.parseLong(row.getLast()), Math::min);
    }
    return intents;
  }
}
