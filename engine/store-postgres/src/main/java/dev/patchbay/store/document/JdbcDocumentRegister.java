package dev.patchbay.store.document;

import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.document.IssuedDocument;
import dev.patchbay.model.document.DocumentCallback;
import dev.patchbay.model.document.DocumentReceipt;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents in tables: a row for each, one for each status it had, one for each message. */
public final class JdbcDocumentRegister implements DocumentRegister {
  /** What is there with the same content stays as it is, and gives no row. */
  private static final String ISSUE =
      """
      WITH made AS (INSERT INTO document AS d
        (id, connector, template, version, key, media_type, length, sha256, store, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ISSUED')
        ON CONFLICT (id) DO UPDATE SET connector = EXCLUDED.connector, template = EXCLUDED.template,
          version = EXCLUDED.version, key = EXCLUDED.key, media_type = EXCLUDED.media_type,
          length = EXCLUDED.length, sha256 = EXCLUDED.sha256, store = EXCLUDED.store,
          status = 'ISSUED', url = NULL, reason = NULL, changed_at = clock_timestamp()
        WHERE (d.sha256, d.store, d.connector)
          IS DISTINCT FROM (EXCLUDED.sha256, EXCLUDED.store, EXCLUDED.connector)
        RETURNING number)
      INSERT INTO document_step (document, status) SELECT number, 'ISSUED' FROM made
      """;

  private static final String VIEW =
      """
      SELECT number, id, connector, template, version, key, media_type, length, sha256,
        store, status, url, reason, at, changed_at FROM document
      """;
  private static final String PAGE =
      VIEW
          + """
          WHERE (?::text IS NULL OR status = ?) AND (?::text IS NULL OR connector = ?)
            AND (?::text IS NULL OR template = ?) AND (?::text IS NULL OR key = ?)
            AND number < coalesce((SELECT number FROM document WHERE id = ?), 9223372036854775807)
          ORDER BY number DESC LIMIT ?
          """;
  private static final String TOLD =
      "SELECT document, status, at FROM webhook_message WHERE connector = ANY (?) AND id = ?";
  private static final String HOLD =
      "SELECT number, connector FROM document WHERE id = ? AND connector = ANY (?) FOR UPDATE";
  private static final String NOTE =
      """
      WITH noted AS (INSERT INTO webhook_message (connector, id, document, status)
        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING document, status, at),
      step AS (INSERT INTO document_step (document, status, url, reason, at)
        SELECT ?, status, ?, ?, at FROM noted),
      changed AS (UPDATE document d SET status = noted.status, url = coalesce(?, d.url), reason = ?,
        changed_at = noted.at FROM noted WHERE d.number = ?)
      SELECT document, status, at FROM noted
      """;

  private final Database database;

  public JdbcDocumentRegister(Database database) {
    this.database = database;
  }

  @Override
  public void issued(IssuedDocument document) {
    database.run(
        Command.of(
                ISSUE,
                document.id(),
                document.connector(),
                document.template().name(),
                document.template().number(),
                StorableText.of(document.key()),
                document.content().mediaType(),
                document.content().length(),
                document.content().sha256(),
                document.store())
            ::update);
  }

  @Override
  public Optional<DocumentView> find(String id) {
    return database.run(
        connection ->
            Command.of(VIEW + " WHERE id = ?", id).first(connection, JdbcDocumentRegister::view));
  }

  @Override
  public List<DocumentStep> history(String id) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT s.status, s.at, s.url, s.reason FROM document d
                    JOIN document_step s ON s.document = d.number WHERE d.id = ? ORDER BY s.place
                    """,
                    id)
                .list(connection, JdbcDocumentRegister::step));
  }

  @Override
  public List<DocumentView> page(DocumentFilter filter, @Nullable String before, int most) {
    var status = filter.status() == null ? null : filter.status().name();
    return database.lookUp(
        connection ->
            Command.of(
                    PAGE,
                    status,
                    status,
                    filter.connector(),
                    filter.connector(),
                    filter.template(),
                    filter.template(),
                    filter.key(),
                    filter.key(),
                    before,
                    most)
                .list(connection, JdbcDocumentRegister::view));
  }

  @Override
  public Optional<DocumentReceipt> tell(
      String message, Set<String> connectors, DocumentCallback told) {
    var senders = connectors.toArray(String[]::new);
    return database.inTransaction(
        connection -> {
          var before = toldBefore(connection, senders, message);
          return before.isPresent() ? before : tell(connection, message, senders, told);
        });
  }

  private static Optional<DocumentReceipt> toldBefore(
      Connection connection, String[] senders, String message) throws SQLException {
    return Command.of(TOLD, senders, message).first(connection, JdbcDocumentRegister::receipt);
  }

  /** Which document a message is about; the same message at the same time waits at its lock. */
  private record Held(long number, String connector) {}

  private static Optional<DocumentReceipt> tell(
      Connection connection, String message, String[] senders, DocumentCallback told)
      throws SQLException {
    var held =
        Command.of(HOLD, told.documentId(), senders)
            .first(connection, row -> new Held(row.getLong("number"), row.getString("connector")));
    if (held.isEmpty()) {
      return Optional.empty();
    }
    var noted = noted(connection, message, held.get(), told);
    return noted.isPresent() ? noted : toldBefore(connection, senders, message);
  }

  private static Optional<DocumentReceipt> noted(
      Connection connection, String message, Held held, DocumentCallback told) throws SQLException {
    return Command.of(
            NOTE,
            held.connector(),
            message,
            told.documentId(),
            told.status().name(),
            held.number(),
            told.url(),
            told.reason(),
            told.url(),
            told.reason(),
            held.number())
        .first(connection, JdbcDocumentRegister::receipt);
  }

  @Override
  public void forgetMessages(Duration age) {
    database.run(
        Command.of(
                "DELETE FROM webhook_message WHERE at < clock_timestamp() - ? * interval '1 ms'",
                age.toMillis())
            ::update);
  }

  private static DocumentView view(ResultSet row) throws SQLException {
    return new DocumentView(
        row.getString("id"),
        row.getString("connector"),
        row.getString("template"),
        row.getInt("version"),
        row.getString("key"),
        row.getString("media_type"),
        row.getLong("length"),
        row.getString("sha256"),
        row.getString("store"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getString("url"),
        row.getString("reason"),
        at(row, "at"),
        at(row, "changed_at"));
  }

  private static DocumentStep step(ResultSet row) throws SQLException {
    return new DocumentStep(
        DocumentStatus.valueOf(row.getString("status")),
        at(row, "at"),
        row.getString("url"),
        row.getString("reason"));
  }

  private static DocumentReceipt receipt(ResultSet row) throws SQLException {
    return new DocumentReceipt(
        row.getString("document"), DocumentStatus.valueOf(row.getString("status")), at(row, "at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Command.instant(row, column));
  }
}
