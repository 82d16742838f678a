package dev.patchbay.store.cleanup;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Which attempts a delivery failed in, where the delivery is gone. */
final class Setbacks implements RetentionStep {
  private static final int AT_ONCE = 1_000;

  private static final String NEXT =
      """
      SELECT lane_id, seq, attempt FROM setback WHERE (lane_id, seq, attempt) > (?, ?, ?)
      ORDER BY lane_id, seq, attempt LIMIT ?
      """;

  private static final String REMOVE =
      """
      DELETE FROM setback s USING unnest(?, ?, ?) u (lane_id, seq, attempt)
      WHERE s.lane_id = u.lane_id AND s.seq = u.seq AND s.attempt = u.attempt AND s.attempt < ?
        AND NOT EXISTS (SELECT FROM retention_kept k
          WHERE k.run = ? AND k.lane_id = s.lane_id AND k.seq = s.seq)
        AND NOT EXISTS (SELECT FROM delivery d WHERE d.lane_id = s.lane_id AND d.seq = s.seq)
      """;

  private record Setback(int lane, long seq, UUID attempt) {
    static final Setback BEFORE_ALL = new Setback(0, 0, IdRange.LEAST);

    static Setback parse(String place) {
      if (place.isEmpty()) {
        return BEFORE_ALL;
      }
      var parts = place.split(" ", -1);
      return new Setback(
          Integer.parseInt(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
    }

    String place() {
      return lane + " " + seq + " " + attempt;
    }
  }

  @Override
  public RetentionRun take(Connection connection, RetentionRun at) throws SQLException {
    var page = page(connection, Setback.parse(at.place()));
    Command.of(
            REMOVE,
            page.stream().map(Setback::lane).toArray(Integer[]::new),
            page.stream().map(Setback::seq).toArray(Long[]::new),
            page.stream().map(Setback::attempt).toArray(UUID[]::new),
            at.firstYoungAttempt(),
            at.id())
        .update(connection);
    return page.size() < AT_ONCE
        ? at.enter(RetentionRun.Step.ATTEMPT_DAYS)
        : at.at(page.getLast().place());
  }

  private static List<Setback> page(Connection connection, Setback after) throws SQLException {
    return Command.of(NEXT, after.lane(), after.seq(), after.attempt(), AT_ONCE)
        .list(
            connection,
            row ->
                new Setback(
                    row.getInt("lane_id"),
                    row.getLong("seq"),
                    row.getObject("attempt", UUID.class)));
  }
}
