package dev.patchbay.connectors.email;

import dev.patchbay.connectors.email.EmailSettings.Security;
import dev.patchbay.connectors.email.EmailSettings.Server;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection that is cut off at a deadline, whatever goes on over it. */
final class Line implements AutoCloseable {
  private final Socket plain;
  private final Duration timeout;
  private final Deadline deadline;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private Line(Socket plain, Duration timeout, Deadline deadline) {
    this.plain = plain;
    this.timeout = timeout;
    this.deadline = deadline;
    var _ =
        done.orTimeout(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, _) -> cut());
  }

  /** Reaches the server. */
  static Line to(Server server, Duration timeout, Deadline deadline) throws MailFailure {
    var line = new Line(new Socket(), timeout, deadline);
    try {
      line.waitAsUsual();
      line.plain.connect(address(server), line.plain.getSoTimeout());
      return line;
    } catch (IOException unreachable) {
      line.close();
      throw MailFailure.later("unreachable", "Nobody answers at " + server.place() + ".");
    }
  }

  /**
   * What is spoken over: TLS from the first byte on where the server wants it so. The name in the
   * certificate has to be that of the server.
   */
  Socket socket(Server server, SSLSocketFactory tls) throws MailFailure {
    if (server.security() != Security.TLS) {
      return plain;
    }
    try {
      var safe = (SSLSocket) tls.createSocket(plain, server.host(), server.port(), true);
      var parameters = safe.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      safe.setSSLParameters(parameters);
      safe.startHandshake();
      return safe;
    } catch (IOException unsafe) {
      throw noTls(server);
    }
  }

  /** Waits for answers as the settings say. */
  void waitAsUsual() {
    waitFor(Math.min(timeout.toMillis(), deadline.remaining().toMillis()));
  }

  /**
   * Waits for the next answer as long as there is time: a server may look into what it got for ten
   * minutes (RFC 5321, section 4.5.3.2.6), and who does not wait sends it twice.
   */
  void waitToTheEnd() {
    waitFor(deadline.remaining().toMillis());
  }

  private void waitFor(long millis) {
    try {
      plain.setSoTimeout(Math.clamp(millis, 1, Integer.MAX_VALUE));
    } catch (SocketException _) {
      // It is gone, as the next who reads sees.
    }
  }

  static MailFailure noTls(Server server) {
    return MailFailure.later(
        "no-tls",
        "No safe connection to "
            + server.place()
            + " came about. Is its certificate one that is trusted, and made for that name? Is the"
            + " security the one that this port wants?");
  }

  /** Ends it at once; whatever is under way is not completed. */
  void cut() {
    try {
      plain.close();
    } catch (IOException _) {
      // It is gone already.
    }
  }

  @Override
  public void close() {
    done.complete(null);
  }

  /** With the name as it is set: it, and not what DNS makes of an address, is in certificates. */
  private static InetSocketAddress address(Server server) throws IOException {
    var found = InetAddress.getByName(server.host());
    return new InetSocketAddress(
        InetAddress.getByAddress(server.host(), found.getAddress()), server.port());
  }
}
