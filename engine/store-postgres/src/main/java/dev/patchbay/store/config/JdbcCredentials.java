package dev.patchbay.store.config;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SealedSecret;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads sealed secrets; they are written by {@link JpaInstanceStore}. */
final class JdbcCredentials implements CredentialStore {
  static final String OF_CONNECTORS =
      "SELECT id, name, ciphertext FROM credential WHERE connector = ? AND name = ?";
  static final String OF_INTAKES =
      "SELECT id, name, ciphertext FROM intake_credential WHERE intake = ? AND name = ?";
  static final String OF_SERVICES =
      "SELECT id, name, ciphertext FROM service_credential WHERE service = ? AND name = ?";

  private final DataSource database;
  private final String find;

  JdbcCredentials(DataSource database, String find) {
    this.database = database;
    this.find = find;
  }

  @Override
  public Optional<SealedSecret> find(String owner, String name) {
    return Rows.one(
        database,
        find,
        row -> new SealedSecret(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)),
        owner,
        name);
  }
}
