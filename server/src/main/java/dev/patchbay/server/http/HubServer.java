package dev.patchbay.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server's sockets: the API and, on a port of its own, management. Handlers run on the thread
 * that read the request; what may block hands it on, see {@link OwnThread}. Stopping lets running
 * requests finish.
 */
public final class HubServer implements AutoCloseable {
  private static final String MANAGEMENT = "management";
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int LARGEST_HEADERS = 16 << 10;

  /**
   * Threads that read requests: events are checked on them, and delivering wants cores too. Each is
   * taken from the pool for good.
   */
  private static final int READERS =
      Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

  private final Server server;
  private final ServerConnector api;
  private final ServerConnector management;

  private HubServer(ListenOptions listen, Handler apiHandler, Handler managementHandler) {
    var threads = new QueuedThreadPool(16, 3);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory()));
    this.server = new Server(threads);
    this.api = connector(listen);
    this.management = new ServerConnector(server, 0, 1, new HttpConnectionFactory(plain()));
    management.setName(MANAGEMENT);
    management.setHost("127.0.0.1");
    management.setPort(listen.managementPort());
    server.addConnector(api);
    server.addConnector(management);
    server.setHandler(
        new SecurityHeaders(
            new GracefulHandler(
                new ByConnector(
                    WebClients.inFrontOf(apiHandler, listen.webClients()),
                    new OwnThread(managementHandler)))));
    server.setDynamic(false); // or Jetty takes every handler for one that may block
    server.setStopTimeout(STOP.toMillis());
    server.setErrorHandler(new LastResort());
  }

  /**
   * Binds and serves.
   *
   * @throws IllegalArgumentException if the certificate cannot be used or a port is taken
   */
  public static HubServer start(ListenOptions listen, Handler api, Handler management) {
    var hub = new HubServer(listen, api, management);
    try {
      hub.server.start();
      return hub;
    } catch (Exception failure) {
      hub.close();
      throw new IllegalArgumentException(
          "cannot listen on " + listen.host() + ":" + listen.port() + ": " + cause(failure),
          failure);
    }
  }

  /** Where the API is served. */
  public URI api() {
    var scheme = api.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
    return URI.create(scheme + "://" + host() + ":" + api.getLocalPort());
  }

  /** Where management is served. */
  public URI management() {
    return URI.create("http://127.0.0.1:" + management.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the HTTP server does not stop", failure);
    }
  }

  private ServerConnector connector(ListenOptions listen) {
    var connector = listen.tls().map(this::secure).orElseGet(this::open);
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    connector.setAcceptQueueSize(256);
    return connector;
  }

  private ServerConnector open() {
    return new ServerConnector(server, 0, READERS, new HttpConnectionFactory(plain()));
  }

  private ServerConnector secure(TlsSource tls) {
    var context = new SslContextFactory.Server();
    context.setKeyStore(tls.keyStore());
    context.setKeyStorePassword(new String(tls.password()));
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    var http = plain();
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server,
        0,
        READERS,
        new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()),
        new HttpConnectionFactory(http));
  }

  private static HttpConfiguration plain() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(LARGEST_HEADERS);
    return http;
  }

  private String host() {
    var host = Optional.ofNullable(api.getHost()).orElse("127.0.0.1");
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String cause(Throwable failure) {
    var inner = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(inner.getMessage());
  }

  /** The management port serves management and nothing else, the API port never does. */
  private static final class ByConnector extends Handler.Sequence {
    private final Handler api;
    private final Handler management;

    ByConnector(Handler api, Handler management) {
      super(api, management);
      this.api = api;
      this.management = management;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      var name = request.getConnectionMetaData().getConnector().getName();
      var handler = MANAGEMENT.equals(name) ? management : api;
      return handler.handle(request, response, callback);
    }
  }

  /** Answers what no handler answered, without a word about the inside. */
  private static final class LastResort implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      SecurityHeaders.put(request, response);
      int status = response.getStatus();
      Answers.problem(response, Problems.of(ProblemKind.of(status), detail(status)), callback);
      return true;
    }

    private static @Nullable String detail(int status) {
      return status == HttpStatus.BAD_REQUEST_400
          ? "It is no HTTP, or its address holds what can be read in two ways, such as %2F, %5C,"
              + " %00 or a segment of dots; no name has these."
          : null;
    }
  }
}
