package dev.patchbay.server.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Once the bytes of an answer are written, takes what the caller still sends, up to a limit, and
 * only then ends the answer and with it the connection: closed upon unread bytes, TCP resets it and
 * the caller may never see the answer (RFC 9112, 9.6).
 */
final class LingeringClose extends Callback.Nested {
  private static final long MOST_BYTES = 16 << 20;

  private final Request request;
  private final Response response;
  private long left = MOST_BYTES;

  LingeringClose(Response response, Callback callback) {
    super(callback);
    this.request = Request.unWrap(response.getRequest()); // wrappers have limits of their own
    this.response = response;
  }

  @Override
  public void succeeded() {
    drain();
  }

  private void drain() {
    while (left > 0) {
      var chunk = request.read();
      if (chunk == null) {
        request.demand(Invocable.from(InvocationType.NON_BLOCKING, this::drain));
        return;
      }
      left = Content.Chunk.isFailure(chunk) || chunk.isLast() ? 0 : left - chunk.remaining();
      chunk.release();
    }
    response.write(true, BufferUtil.EMPTY_BUFFER, getCallback());
  }
}
