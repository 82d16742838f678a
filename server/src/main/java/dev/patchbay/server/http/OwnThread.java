package dev.patchbay.server.http;

import java.util.concurrent.ThreadFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands each request to a virtual thread of its own, where what is inside may block; whoever calls
 * goes on at once.
 */
final class OwnThread extends Handler.Wrapper {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("http-", 0).factory();

  OwnThread(Handler inner) {
    super(inner);
  }

  /** A piece of work that may block. */
  @FunctionalInterface
  interface Work {
    /** Returns whether the request is taken care of. */
    boolean run() throws Exception;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    run(() -> super.handle(request, response, callback), request, response, callback);
    return true;
  }

  /** Does the work of a request on a thread of its own; what it throws becomes the answer. */
  static void run(Work work, Request request, Response response, Callback callback) {
    THREADS.newThread(() -> answered(work, request, response, callback)).start();
  }

  private static void answered(Work work, Request request, Response response, Callback callback) {
    try {
      if (!work.run()) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failure) { // a thread's edge: the caller has to get an answer
      Response.writeError(request, response, callback, failure);
    }
  }
}
