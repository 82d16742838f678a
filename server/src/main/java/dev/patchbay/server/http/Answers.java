package dev.patchbay.server.http;

import dev.patchbay.model.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes whole answers from handlers that work without Jersey. */
final class Answers {
  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MimeTypes.Type.APPLICATION_JSON.asString());
  private static final HttpField PROBLEM =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, ProblemMapper.PROBLEM_JSON);

  private static final int MOST_READS = 16;

  private Answers() {}

  static void json(Response response, int status, Object body, Callback callback) {
    write(response, status, JSON, ServerJson.bytes(body), callback);
  }

  static void problem(Response response, Problem problem, Callback callback) {
    write(response, problem.status(), PROBLEM, ServerJson.bytes(problem), callback);
  }

  static void failure(Response response, Throwable failure, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(failure);
    } else {
      if (failure instanceof ProblemException problem) {
        problem
            .retryAfter()
            .ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.toSeconds()));
      }
      problem(response, ProblemMapper.problem(failure), callback);
    }
  }

  /**
   * A body that is still on its way makes the connection useless: the caller is told, or its next
   * request would go into a closed one.
   *
   * @return whether it is so, and not because the caller may not be read at all
   */
  static boolean closeUnlessRead(Response response) {
    var headers = response.getHeaders();
    if (headers.contains(HttpHeader.CONNECTION) || isRead(Request.unWrap(response.getRequest()))) {
      return false;
    }
    headers.put(HttpHeader.CONNECTION, "close");
    return true;
  }

  /** Reads what is there; Jetty's own way of it would not let the rest be read later. */
  private static boolean isRead(Request request) {
    for (int i = 0; i < MOST_READS; i++) {
      var chunk = request.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return false;
      }
      chunk.release();
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  private static void write(
      Response response, int status, HttpField type, byte[] body, Callback callback) {
    response.setStatus(status);
    boolean closes = closeUnlessRead(response);
    response.getHeaders().put(type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    var content = ByteBuffer.wrap(body);
    if (closes) {
      response.write(false, content, new LingeringClose(response, callback));
    } else {
      response.write(true, content, callback);
    }
  }
}
