package dev.patchbay.services.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.api.NotificationService;
import dev.patchbay.services.standin.api.RequestService;
import dev.patchbay.services.standin.api.UserService;
import dev.patchbay.services.standin.auth.AuthService;
import dev.patchbay.services.standin.auth.Client;
import dev.patchbay.services.standin.auth.Scopes;
import dev.patchbay.services.standin.auth.Tokens;
import dev.patchbay.services.standin.data.People;
import dev.patchbay.services.standin.data.Requests;
import dev.patchbay.services.standin.faults.Faults;
import dev.patchbay.services.standin.faults.Stats;
import dev.patchbay.services.standin.http.Gateway;
import dev.patchbay.services.standin.http.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A local stand-in for Request, User, Notification and Auth Service as the contracts in {@code
 * docs/contracts} describe them, on one port of the loopback address. Everything is in memory and
 * made up.
 *
 * <p>Control: {@code POST}, {@code GET} and {@code DELETE /_faults}, {@code GET /_stats}.
 *
 * <p>Thread-safe; {@link #close()} stops it within seconds.
 */
public final class CoreServices implements AutoCloseable {
  private static final int LEAST_CITIZENS = 20;

  private final Server server;
  private final ServerConnector connector;
  private final AuthService auth;
  private final Stats stats;
  private final Pause pause;

  private CoreServices(
      Server server, ServerConnector connector, AuthService auth, Stats stats, Pause pause) {
    this.server = server;
    this.connector = connector;
    this.auth = auth;
    this.stats = stats;
    this.pause = pause;
  }

  /** Starts them; throws {@link UncheckedIOException} when the port cannot be had. */
  public static CoreServices start(CoreServicesOptions options) {
    var tokens = new Tokens(options.tokenLife(), options.clock());
    var auth = new AuthService(tokens, options.clock());
    var stats = new Stats();
    var pause = new Pause();
    var front = new Front(operations(options, auth), tokens, new Faults(), stats, pause);
    var server = new Server(threads());
    var connector = connector(server, options.port());
    server.addConnector(connector);
    server.setHandler(new Gateway(front::answer));
    return started(new CoreServices(server, connector, auth, stats, pause));
  }

  private static List<Operation> operations(CoreServicesOptions options, AuthService auth) {
    var random = new SplittableRandom(options.seed());
    var people = People.make(random, Math.max(LEAST_CITIZENS, options.requests() / 10));
    var requests = Requests.make(random, options.requests(), people);
    List<ObjectNode> comments =
        requests.stream().flatMap(r -> Requests.comments(random, r, people).stream()).toList();
    return Stream.of(
            auth.operations(),
            new RequestService(requests, comments, options.clock()).operations(),
            new UserService(people).operations(),
            new NotificationService(options.clock()).operations())
        .flatMap(List::stream)
        .toList();
  }

  private static QueuedThreadPool threads() {
    var pool = new QueuedThreadPool();
    pool.setName("core-services");
    pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("core-services-"));
    return pool;
  }

  private static ServerConnector connector(Server server, int port) {
    var http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE); // ids may hold encoded slashes
    http.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    return connector;
  }

  private static CoreServices started(CoreServices services) {
    try {
      services.server.start();
      return services;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) { // Jetty's start() declares Exception
      throw new IllegalStateException("the core services did not start", e);
    }
  }

  /** Where they listen: {@code http://127.0.0.1:N}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Registers a client that may do everything, as {@code POST /clients} does. */
  public Client register(String name) {
    return auth.register(name, Scopes.ALL);
  }

  /** The calls so far. */
  public Stats stats() {
    return stats;
  }

  @Override
  public void close() {
    pause.stop();
    try {
      server.stop();
    } catch (Exception e) { // Jetty's stop() declares Exception
      throw new IllegalStateException("the core services did not stop", e);
    }
  }
}
