package dev.patchbay.store.intake;

import dev.patchbay.core.intake.UnreadableRecord;
import dev.patchbay.core.intake.UnreadableStore;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Records that are no events, in PostgreSQL. A rare way: one statement each. */
public final class JdbcUnreadableStore implements UnreadableStore {
  private static final int SHOWN_BYTES = 2_000;

  private final Database database;

  public JdbcUnreadableStore(Database database) {
    this.database = database;
  }

  @Override
  public void keep(String intake, List<UnreadableRecord> records) {
    database.inTransaction(
        connection -> {
          for (var record : records) {
            keep(connection, intake, record);
          }
          return records;
        });
  }

  @Override
  public List<UnreadableView> newest(String intake, int most) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT intake, position, reasons, substr(payload, 1, ?) AS beginning,
                      length(payload) AS bytes, at
                    FROM unreadable_record WHERE intake = ? ORDER BY at DESC LIMIT ?
                    """,
                    SHOWN_BYTES,
                    intake,
                    most)
                .list(connection, JdbcUnreadableStore::view));
  }

  private static void keep(Connection connection, String intake, UnreadableRecord unreadable)
      throws SQLException {
    var payload = payload(unreadable.record());
    Command.of(
            """
            INSERT INTO unreadable_record (intake, position, digest, reasons, payload, at)
            VALUES (?, ?, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING
            """,
            intake,
            StorableText.of(unreadable.record().position()),
            digest(payload),
            unreadable.reasons().stream().map(StorableText::of).toArray(String[]::new),
            payload)
        .update(connection);
  }

  /** What was handed out; attributes of binary mode come first, a line each, then an empty line. */
  private static byte[] payload(RawEvent record) {
    return switch (record) {
      case RawEvent.Structured(_, var body) -> body;
      case RawEvent.Binary(_, var attributes, var data, var contentType) -> {
        var head = new StringBuilder();
        new TreeMap<>(attributes)
            .forEach((name, value) -> head.append(name).append(": ").append(value).append('\n'));
        if (contentType != null) {
          head.append("datacontenttype: ").append(contentType).append('\n');
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(data);
        yield all.toByteArray();
      }
    };
  }

  private static byte[] digest(byte[] payload) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(payload), 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static UnreadableView view(ResultSet row) throws SQLException {
    return new UnreadableView(
        row.getString("intake"),
        row.getString("position"),
        List.of((String[]) row.getArray("reasons").getArray()),
        new String(row.getBytes("beginning"), StandardCharsets.UTF_8),
        row.getLong("bytes"),
        Objects.requireNonNull(Command.instant(row, "at")));
  }
}
