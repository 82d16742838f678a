package dev.patchbay.store.mail;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.mail.Recipients;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.job.HeldRun;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recipients in a table. */
public final class JdbcRecipients implements Recipients {
  private final Database database;

  public JdbcRecipients(Database database) {
    this.database = database;
  }

  @Override
  public List<RecipientView> of(String run) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT address, state, reason FROM job_recipient WHERE run = ? ORDER BY place",
                    UUID.fromString(run))
                .list(connection, JdbcRecipients::view));
  }

  @Override
  public Optional<List<RecipientView>> open(ClaimedRun run) {
    return database.inTransaction(
        connection ->
            HeldRun.lock(connection, run)
                ? Optional.of(open(connection, run.id()))
                : Optional.empty());
  }

  private static List<RecipientView> open(Connection connection, String run) throws SQLException {
    return Command.of(
            "SELECT address, state, reason FROM job_recipient"
                + " WHERE run = ? AND state IN ('WAITING', 'UNKNOWN') ORDER BY place",
            UUID.fromString(run))
        .list(connection, JdbcRecipients::view);
  }

  @Override
  public void begin(String run, List<String> addresses) {
    database.run(
        connection ->
            Command.of(
                    """
                    INSERT INTO job_recipient (run, address, place)
                    SELECT ?, address, place FROM unnest(?) WITH ORDINALITY AS t (address, place)
                    ON CONFLICT DO NOTHING
                    """,
                    UUID.fromString(run),
                    addresses.toArray(String[]::new))
                .update(connection));
  }

  @Override
  public void note(String run, Collection<RecipientView> some) {
    database.run(
        connection ->
            Command.of(
                    """
                    UPDATE job_recipient r SET state = t.state, reason = t.reason
                    FROM unnest(?, ?, ?) AS t (address, state, reason)
                    WHERE r.run = ? AND r.address = t.address AND r.state <> 'ACCEPTED'
                    """,
                    some.stream().map(RecipientView::address).toArray(String[]::new),
                    some.stream().map(one -> one.state().name()).toArray(String[]::new),
                    some.stream().map(RecipientView::reason).toArray(String[]::new),
                    UUID.fromString(run))
                .update(connection));
  }

  private static RecipientView view(ResultSet row) throws SQLException {
    return new RecipientView(
        row.getString("address"),
        RecipientView.State.valueOf(row.getString("state")),
        row.getString("reason"));
  }
}
