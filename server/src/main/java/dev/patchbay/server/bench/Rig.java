package dev.patchbay.server.bench;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.child.Launch;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.client.JsonApi;
import dev.patchbay.server.wiring.Closing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A server with its database, and the sandbox where it is wanted, each in a process of its own;
 * this process is the load.
 */
public final class Rig implements AutoCloseable {
  private static final String TOKEN = "bench";

  private final Closing closing;
  private final List<String> javaOptions;
  private final Workspace workspace;
  private final EmbeddedPostgres postgres;
  private final ChildProcess server;
  private final String key;
  private final HubClient hub;

  private Rig(Closing closing, List<String> javaOptions, Map<String, String> postgresSettings) {
    this.closing = closing;
    this.javaOptions = List.copyOf(javaOptions);
    this.workspace = closing.add(Workspace.create());
    var data = PostgresOptions.in(workspace.resolve("database"));
    this.postgres = closing.add(EmbeddedPostgres.start(data.withSettings(postgresSettings)));
    this.server = closing.add(startServer("server.log"));
    var api = server.uri();
    this.key = read("admin.key");
    this.hub = closing.add(new HubClient(api, key));
  }

  /** Starts server and database. */
  public static Rig start(Map<String, String> postgresSettings) {
    return startWith(List.of(), postgresSettings);
  }

  /** The same, with more options of the server's Java. */
  public static Rig startWith(List<String> javaOptions, Map<String, String> postgresSettings) {
    var closing = new Closing();
    try {
      return new Rig(closing, javaOptions, postgresSettings);
    } catch (RuntimeException failure) {
      closing.close();
      throw failure;
    }
  }

  /** A sandbox with Google's quotas, and a route to it at the connector's usual pace. */
  SandboxChild sandboxWithQuotas() {
    return sandbox(List.of(SheetRoute.ROUTE), 54);
  }

  /**
   * A sandbox that takes any number of calls, and routes to it at up to three calls a second: every
   * batch leaves a token for minutes, and more would not fit what Google allows a spreadsheet.
   */
  SandboxChild sandboxWithoutQuotas(String... routes) {
    return sandbox(List.of(routes), 180, "--no-quota");
  }

  /** Its database. */
  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /** A connection to the server's database. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
  }

  /** Where its files lie. */
  public Workspace workspace() {
    return workspace;
  }

  /** Its API. */
  public HubClient hub() {
    return hub;
  }

  /** One more server on the same database, until it is closed. */
  public ChildProcess anotherServer() {
    var another = startServer("another.log");
    another.uri();
    return another;
  }

  /** The first server. */
  public ChildProcess server() {
    return server;
  }

  /** Callers that post these events, each over a connection of its own. */
  public Load load(KilobyteEvents events) {
    return new HttpLoad(server.uri(), key, events);
  }

  /** Returns once everything that was accepted is delivered. */
  public void awaitDelivered() {
    new Backlog(hub).awaitEmpty();
  }

  /** One that posts at an even pace. */
  public PacedLoad pacedLoad() {
    return new PacedLoad(server.uri(), key);
  }

  @Override
  public void close() {
    closing.close();
  }

  /** The sandbox in its process. */
  record SandboxChild(ChildProcess process, SheetRoute route) {
    JsonApi api() {
      return new JsonApi(process.uri(), TOKEN);
    }
  }

  private SandboxChild sandbox(List<String> routes, int callsPerMinute, String... options) {
    var account = workspace.resolve("account.json");
    var command =
        Launch.command("sandbox", "--accept-token", TOKEN, "--credentials-out", account.toString());
    command.addAll(List.of(options));
    var child =
        closing.add(ChildProcess.start(command, Map.of(), workspace.resolve("sandbox.log")));
    var route = new SheetRoute(child.uri(), TOKEN, read("account.json"));
    route.create(hub, callsPerMinute, routes);
    return new SandboxChild(child, route);
  }

  private ChildProcess startServer(String log) {
    var login = postgres.connectionProperties();
    var command =
        Launch.commandWith(
            javaOptions,
            "server",
            "--port=0",
            "--management-port=0",
            "--database-url=" + postgres.jdbcUrl(),
            "--key-file=" + workspace.resolve("secret.key"),
            "--admin-key-out=" + workspace.resolve("admin.key"));
    var environment =
        Map.of(
            "PATCHBAY_DB_USER", login.getProperty("user"),
            "PATCHBAY_DB_PASSWORD", login.getProperty("password"));
    return ChildProcess.start(command, environment, workspace.resolve(log));
  }

  private String read(String name) {
    try {
      return Files.readString(workspace.resolve(name)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("a child did not write " + name, failure);
    }
  }
}
