package dev.patchbay.server.chaos.rig;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A PostgreSQL of this test.
 *
 * @param server to be restarted and crashed
 */
public record OwnPostgres(EmbeddedPostgres server) implements HubDatabase {
  /** Starts it. */
  public static OwnPostgres start(Path directory) {
    return new OwnPostgres(EmbeddedPostgres.start(PostgresOptions.in(directory)));
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public Properties login() {
    return server.connectionProperties();
  }

  @Override
  public void close() {
    server.close();
  }
}
