package dev.patchbay.store.config;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SealedSecret;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads sealed secrets; they are written by {@link JpaConnectorStore}. */
final class JdbcCredentials implements CredentialStore {
  private static final String FIND =
      "SELECT id, name, ciphertext FROM credential WHERE connector = ? AND name = ?";

  private final DataSource database;

  JdbcCredentials(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<SealedSecret> find(String connector, String name) {
    return Rows.one(
        database,
        FIND,
        row -> new SealedSecret(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)),
        connector,
        name);
  }
}
