package dev.patchbay.store.retry;

import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.store.Command;
import dev.patchbay.store.StateNumber;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run put back, page by page. */
final class RetryItems {
  private static final DeliveryRef START = new DeliveryRef(0, 0, new UUID(0, 0));

  private RetryItems() {}

  static Page<BulkRetryItem> page(
      Connection connection, UUID run, @Nullable String cursor, int limit) throws SQLException {
    var after = cursor == null ? START : DeliveryRef.ofCursor(cursor);
    var found =
        Command.of(
                """
                SELECT i.*, d.cause, coalesce(d.state, (SELECT f.state FROM delivered f
                  WHERE f.event = i.event AND f.lane_id = i.lane_id AND f.seq = i.seq LIMIT 1)) AS state
                FROM bulk_retry_item i LEFT JOIN delivery d USING (lane_id, seq)
                WHERE i.bulk_retry = ? AND (i.lane_id, i.seq) > (?, ?)
                ORDER BY i.lane_id, i.seq LIMIT ?
                """,
                run,
                after.lane(),
                after.seq(),
                limit + 1)
            .list(connection, RetryItems::read);
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(
            found.subList(0, limit), DeliveryRef.cursorAfter(found.get(limit - 1).delivery()));
  }

  private static BulkRetryItem read(ResultSet row) throws SQLException {
    var ref =
        new DeliveryRef(
            row.getInt("lane_id"), row.getLong("seq"), row.getObject("event", UUID.class));
    return new BulkRetryItem(
        ref.id(),
        row.getString("key"),
        row.getString("outcome"),
        state(row),
        row.getString("cause"));
  }

  private static @Nullable DeliveryState state(ResultSet row) throws SQLException {
    var number = row.getInt("state");
    return row.wasNull() ? null : StateNumber.state(number);
  }
}
