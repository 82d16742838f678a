package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Calls Graph with a token, and without one the addresses that it hands out, which are a permission
 * themselves and refuse a token. Thread-safe.
 */
final class Graph implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final Transport transport;
  private final Tokens tokens;

  Graph(GraphSettings settings, ConnectorContext context) {
    this.transport = new Transport(context.calls());
    this.tokens = new Tokens(settings, context.secrets(), transport);
  }

  /** Gets a token if none is at hand. */
  void signIn(Deadline deadline) throws StoreFailure {
    var _ = tokens.get(deadline);
  }

  /**
   * What Graph answers. A token that is refused is replaced once, since a refusal did nothing.
   *
   * @throws IOException if it did not
   */
  Answer send(String method, HttpRequest.Builder request, Deadline deadline)
      throws IOException, StoreFailure {
    var token = tokens.get(deadline);
    var answer = transport.ask(method, authorized(request, token), deadline);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    tokens.forget(token);
    return transport.ask(method, authorized(request, tokens.get(deadline)), deadline);
  }

  /** What Graph answers to a call that puts no file in its place. */
  Answer ask(String method, HttpRequest.Builder request, Deadline deadline) throws StoreFailure {
    try {
      return send(method, request, deadline);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  /** What is answered at an address that Graph handed out. */
  Answer sendBare(String method, HttpRequest.Builder request, Deadline deadline)
      throws IOException, StoreFailure {
    return transport.ask(method, request.build(), deadline);
  }

  /** SHA-256 of what can be read at an address that Graph handed out. */
  String sha256(String address, Deadline deadline) throws StoreFailure {
    var request = HttpRequest.newBuilder(handedOut(address)).build();
    try {
      return transport.send("graph.download", request, deadline, Graph::digested);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  /** An address out of an answer. */
  static URI handedOut(String address) throws StoreFailure {
    try {
      var uri = URI.create(address);
      if (GraphSettings.isSafe(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException unreadable) {
      // Said below.
    }
    throw StoreFailure.retryable(
        "no-address", "Microsoft names no address where the content is read or written.");
  }

  @Override
  public void close() {
    transport.close();
  }

  private static HttpRequest authorized(HttpRequest.Builder request, String token) {
    return request.setHeader("Authorization", "Bearer " + token).build();
  }

  private static String digested(int status, InputStream body) throws IOException, StoreFailure {
    if (status != OK) {
      throw Failures.of(new Answer(status, MissingNode.getInstance(), Duration.ZERO));
    }
    return Sha256.of(body);
  }
}
