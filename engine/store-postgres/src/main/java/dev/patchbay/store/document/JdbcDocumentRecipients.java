package dev.patchbay.store.document;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.Collection;
import java.util.List;

/** Recipients of documents in a table. */
public final class JdbcDocumentRecipients implements DocumentRecipients {
  private static final String NOTE =
      """
      INSERT INTO document_recipient AS r (document, address, state, reason)
      SELECT ?, address, state, reason FROM unnest(?::text[], ?::text[], ?::text[])
        AS t (address, state, reason)
      ON CONFLICT (document, address) DO UPDATE
        SET state = EXCLUDED.state, reason = EXCLUDED.reason, at = clock_timestamp()
      WHERE r.state <> 'ACCEPTED'
      """;

  private final Database database;

  public JdbcDocumentRecipients(Database database) {
    this.database = database;
  }

  @Override
  public List<RecipientView> of(String document) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT address, state, reason FROM document_recipient WHERE document = ?
                    ORDER BY address
                    """,
                    document)
                .list(
                    connection,
                    row ->
                        new RecipientView(
                            row.getString("address"),
                            RecipientView.State.valueOf(row.getString("state")),
                            row.getString("reason"))));
  }

  @Override
  public void note(String document, Collection<RecipientView> some) {
    database.run(
        Command.of(
                NOTE,
                document,
                some.stream().map(RecipientView::address).toArray(String[]::new),
                some.stream().map(one -> one.state().name()).toArray(String[]::new),
                some.stream().map(RecipientView::reason).toArray(String[]::new))
            ::update);
  }
}
