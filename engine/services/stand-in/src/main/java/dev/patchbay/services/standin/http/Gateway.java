package dev.patchbay.services.standin.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge to HTTP: reads a whole call and writes the answer. Thread-safe. */
public final class Gateway extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final int MOST_BYTES = 8 << 20;

  private final Function<Call, Outcome> front;

  public Gateway(Function<Call, Outcome> front) {
    this.front = front;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      switch (front.apply(read(request))) {
        case Outcome.Answered(var answer) -> write(response, callback, answer);
        case Outcome.HungUp _ -> hangUp(callback);
      }
    } catch (Refusal refusal) {
      write(response, callback, refusal.answer());
    } catch (IOException gone) {
      callback.failed(gone);
    } catch (RuntimeException bug) {
      LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), bug);
      write(response, callback, failed().answer());
    }
    return true;
  }

  private static Refusal failed() {
    return Refusal.of(
        500, "internal", "The service failed", "Whether a change was made is unknown.");
  }

  /** Jetty closes the connection of a call that is aborted, and has nothing to say about it. */
  private static void hangUp(Callback callback) {
    callback.failed(
        new Request.Handler.AbortException("closed without an answer, as a fault asked for"));
  }

  private static Call read(Request request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (var field : request.getHeaders()) {
      var value = field.getValue();
      headers.put(field.getLowerCaseName(), value == null ? "" : value);
    }
    var uri = request.getHttpURI();
    return new Call(
        request.getMethod(),
        uri.getPath() == null ? "/" : uri.getPath(),
        uri.getQuery() == null ? "" : uri.getQuery(),
        headers,
        body(request));
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream raw = Content.Source.asInputStream(request)) {
      var body = raw.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw Refusal.of(
            413, "too-large", "The body is too large", "Send at most 8 MiB in one request.");
      }
      return body;
    }
  }

  private static void write(Response response, Callback callback, Answer answer) {
    var body = Json.write(answer.body());
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put("Content-Type", answer.contentType());
    response.getHeaders().put("Content-Length", body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
