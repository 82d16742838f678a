package dev.patchbay.store.cleanup;

import dev.patchbay.store.TestStore;
import java.util.List;
import java.util.Map;

/** Lets days pass: everything that stands in a database becomes that much older. */
final class Ageing {
  private static final String EARLIER =
      """
      CREATE OR REPLACE FUNCTION earlier(id uuid, days int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM uuid_extract_timestamp(id)) * 1000)::bigint
            - days * 86400000::bigint), 12, '0')
          || substr(replace(id::text, '-', ''), 13))::uuid
      $$
      """;
  private static final String DAYS =
      """
      SELECT count(ensure_days(d.day - ?, 1)) FROM (
        SELECT DISTINCT (uuid_extract_timestamp(id) AT TIME ZONE 'UTC')::date AS day
        FROM (SELECT id FROM event UNION ALL SELECT id FROM attempt) i) d
      """;
  private static final Map<String, List<String>> IDS =
      Map.of(
          "event", List.of("id"),
          "event_key", List.of("id"),
          "delivery", List.of("event"),
          "delivered", List.of("event", "attempt"),
          "attempt", List.of("id"),
          "open_attempt", List.of("attempt"),
          "setback", List.of("attempt"));

  private Ageing() {}

  static void pass(TestStore store, int days) {
    store.execute(EARLIER);
    store.number(DAYS, days);
    IDS.forEach(
        (table, columns) ->
            columns.forEach(
                column ->
                    store.execute(
                        "UPDATE %s SET %2$s = earlier(%2$s, ?)".formatted(table, column), days)));
    store.execute("UPDATE delivered SET finished_at = finished_at - ? * interval '1 day'", days);
    store.execute("UPDATE attempt SET ended_at = ended_at - ? * interval '1 day'", days);
  }
}
