package dev.patchbay.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge to HTTP: reads a whole call, gunzips it, follows X-HTTP-Method-Override, and writes the
 * answer, gzipped where the caller takes that. Safe for any thread.
 */
public final class Gateway extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final int GZIP_FROM = 1024;

  private final Function<ApiCall, Outcome> front;

  public Gateway(Function<ApiCall, Outcome> front) {
    this.front = front;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      switch (front.apply(read(request))) {
        case Outcome.Answered(var answer) -> write(request, response, callback, answer);
        case Outcome.HungUp() -> hangUp(callback);
      }
    } catch (ApiError e) {
      write(request, response, callback, Answer.json(e.code(), e.toStatusJson()));
    } catch (IOException | UncheckedIOException e) {
      callback.failed(e);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
      write(request, response, callback, Answer.json(500, ApiError.internal().toStatusJson()));
    }
    return true;
  }

  /** Jetty closes the connection of a call that is aborted, and has nothing to say about it. */
  private static void hangUp(Callback callback) {
    callback.failed(
        new Request.Handler.AbortException("closed without an answer, as a fault asked for"));
  }

  private static ApiCall read(Request request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.put(field.getLowerCaseName(), value == null ? "" : value);
    }
    Body body = body(request, headers);
    String query = request.getHttpURI().getQuery() == null ? "" : request.getHttpURI().getQuery();
    String method = request.getMethod();
    String override = headers.get("x-http-method-override");
    if (override != null && method.equals("POST")) {
      method = override.toUpperCase(Locale.ROOT);
      if (method.equals("GET") && isForm(headers)) {
        query = query + "&" + body.text();
        body = Body.EMPTY;
      }
    }
    String path = request.getHttpURI().getPath();
    return new ApiCall(method, path == null ? "/" : path, Query.parse(query), headers, body);
  }

  private static boolean isForm(Map<String, String> headers) {
    return headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded");
  }

  private static Body body(Request request, Map<String, String> headers) throws IOException {
    try (InputStream raw = Content.Source.asInputStream(request)) {
      if (headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip")) {
        try (InputStream plain = new GZIPInputStream(raw, 1 << 16)) {
          return Body.of(plain.readAllBytes());
        } catch (ZipException | EOFException _) {
          throw ApiError.invalid("The request body could not be decompressed.");
        }
      }
      return Body.of(raw.readAllBytes());
    }
  }

  private static void write(Request request, Response response, Callback callback, Answer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (!answer.contentType().isEmpty()) {
      response.getHeaders().put("Content-Type", answer.contentType());
    }
    byte[] body = answer.body().bytes();
    if (body.length >= GZIP_FROM && takesGzip(request)) {
      body = gzip(body);
      response.getHeaders().put("Content-Encoding", "gzip");
      response.getHeaders().put("Vary", "Accept-Encoding");
    }
    response.getHeaders().put("Content-Length", body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static boolean takesGzip(Request request) {
    String accepted = request.getHeaders().get("Accept-Encoding");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
