package dev.patchbay.server.rig;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.demo.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A server in a process of its own that may be killed, and a database that outlives it. */
public final class MortalHub implements AutoCloseable {
  private static final String NO_GOOGLE = "http://127.0.0.1:1";

  private final EmbeddedPostgres postgres;
  private final Victim server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String adminKey;

  private MortalHub(EmbeddedPostgres postgres, Path directory, String googleUrl)
      throws IOException {
    var ports = Ports.free();
    this.postgres = postgres;
    this.server = Victim.start(directory, databaseUrl(postgres), googleUrl, ports);
    this.api = URI.create("http://127.0.0.1:" + ports.api());
    this.adminKey = Files.readString(directory.resolve("admin.key")).strip();
  }

  /** Starts one that knows no Google. */
  public static MortalHub start(Path directory) throws IOException {
    return start(directory, NO_GOOGLE);
  }

  /** Starts one in a directory, which is also that of its {@link #server server}. */
  public static MortalHub start(Path directory, String googleUrl) throws IOException {
    var postgres = EmbeddedPostgres.start(PostgresOptions.in(directory.resolve("postgres")));
    return new MortalHub(postgres, directory, googleUrl);
  }

  /** The process, in its first life. */
  public Victim server() {
    return server;
  }

  /** Where it answers, in all its lives. */
  public URI api() {
    return api;
  }

  /** The key of the first administrator. */
  public String adminKey() {
    return adminKey;
  }

  /** A caller with that key. */
  public ApiCaller admin() {
    return new ApiCaller(http, api, Optional.of(adminKey), _ -> {});
  }

  /** The address of the database with its login. */
  public String databaseUrl() {
    return databaseUrl(postgres);
  }

  /** A session of the database. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
  }

  @Override
  public void close() {
    http.close();
    server.close();
    postgres.close();
  }

  private static String databaseUrl(EmbeddedPostgres postgres) {
    var login = postgres.connectionProperties();
    return postgres.jdbcUrl()
        + "?user="
        + login.getProperty("user")
        + "&password="
        + login.getProperty("password");
  }
}
