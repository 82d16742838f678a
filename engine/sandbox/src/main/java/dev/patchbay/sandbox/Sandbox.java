package dev.patchbay.sandbox;

import dev.patchbay.sandbox.drive.DriveFiles;
import dev.patchbay.sandbox.drive.Permissions;
import dev.patchbay.sandbox.drive.Uploads;
import dev.patchbay.sandbox.faults.Faults;
import dev.patchbay.sandbox.http.Gateway;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AccountFile;
import dev.patchbay.sandbox.oauth.Accounts;
import dev.patchbay.sandbox.oauth.TokenEndpoint;
import dev.patchbay.sandbox.oauth.Tokens;
import dev.patchbay.sandbox.page.Page;
import dev.patchbay.sandbox.quota.Quota;
import dev.patchbay.sandbox.quota.Stats;
import dev.patchbay.sandbox.sheets.SpreadsheetMethods;
import dev.patchbay.sandbox.sheets.update.SpreadsheetUpdates;
import dev.patchbay.sandbox.sheets.values.ValuesBatches;
import dev.patchbay.sandbox.sheets.values.ValuesReads;
import dev.patchbay.sandbox.sheets.values.ValuesWrites;
import dev.patchbay.sandbox.store.Library;
import dev.patchbay.sandbox.store.Writes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A local stand-in for Google that the official clients talk to unchanged: Sheets v4 under {@code
 * /v4}, Drive v3 under {@code /drive/v3} and {@code /upload/drive/v3}, OAuth under {@code /token},
 * a page that shows the sheets under {@code /}. Listens on the loopback address only.
 *
 * <p>Control: {@code POST}, {@code GET} and {@code DELETE /_faults}, {@code GET /_stats}.
 *
 * <p>Safe for any thread; {@link #close()} stops it within seconds.
 */
public final class Sandbox implements AutoCloseable {

  private static final int HEADER_BYTES = 64 * 1024;

  private final Server server;
  private final ServerConnector connector;
  private final Parts parts;

  private Sandbox(Server server, ServerConnector connector, Parts parts) {
    this.server = server;
    this.connector = connector;
    this.parts = parts;
  }

  /** What is behind the server and asked for from outside. */
  private record Parts(Accounts accounts, Stats stats, Writes writes, Uploads uploads) {}

  /**
   * Starts a sandbox; throws {@link UncheckedIOException} when the port or the data cannot be had.
   */
  public static Sandbox start(SandboxOptions options) {
    Library library = new Library();
    Uploads uploads = new Uploads(library);
    Routes routes = routes(library, uploads);
    Accounts accounts = new Accounts(options.data());
    Stats stats = new Stats();
    Faults faults = new Faults();
    Tokens tokens = new Tokens(options.clock(), options.acceptToken());
    TokenEndpoint endpoint =
        new TokenEndpoint(accounts, tokens, options.clock(), options.acceptToken());
    Writes writes =
        Writes.open(
            library, routes, options.clock(), options.data().map(d -> d.resolve("journal")));
    Gate gate = new Gate(tokens, new Quota(options.clock(), !options.quota()));
    Mishaps mishaps = new Mishaps(faults, tokens, writes, stats, new Sleeper());
    Front front = new Front(routes, gate, mishaps, stats);
    Server server = new Server(threads());
    ServerConnector connector = connector(server, options.port());
    server.addConnector(connector);
    Page page = new Page(library, stats, faults, options.clock());
    Switchboard switchboard = new Switchboard(front, endpoint, faults, stats, page);
    server.setHandler(new Gateway(switchboard::answer));
    return started(new Sandbox(server, connector, new Parts(accounts, stats, writes, uploads)));
  }

  private static Sandbox started(Sandbox sandbox) {
    try {
      sandbox.server.start();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) { // Jetty's start() declares Exception
      throw new IllegalStateException("the sandbox did not start", e);
    }
  }

  private static Routes routes(Library library, Uploads uploads) {
    Routes routes = new Routes();
    new ValuesReads(library).addTo(routes);
    new ValuesBatches(library).addTo(routes);
    new ValuesWrites(library).addTo(routes);
    new SpreadsheetUpdates(library).addTo(routes);
    new SpreadsheetMethods(library).addTo(routes);
    new DriveFiles(library).addTo(routes);
    new Permissions(library).addTo(routes);
    uploads.addTo(routes);
    return routes;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool();
    pool.setName("sandbox");
    pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("sandbox-"));
    return pool;
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    return connector;
  }

  /** Where it listens: {@code http://127.0.0.1:N}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** The text of a service-account key file whose token_uri points at this sandbox. A secret. */
  public String serviceAccountKey() {
    return Json.text(parts.accounts().get().toKeyFile(uri()));
  }

  /** Writes the key file, readable by its owner only; replaces an older one in one step. */
  public void credentialsOut(Path file) {
    AccountFile.write(file, serviceAccountKey());
  }

  /** The calls so far, by method and status. */
  public Stats stats() {
    return parts.stats();
  }

  /** How many resumable uploads have begun and neither ended nor been cancelled. */
  public int openUploads() {
    return parts.uploads().open();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty's stop() declares Exception
      throw new IllegalStateException("the sandbox did not stop", e);
    } finally {
      parts.writes().close();
    }
  }
}
