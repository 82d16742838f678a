package dev.patchbay.server.http;

import dev.patchbay.server.security.Authenticator;
import dev.patchbay.server.security.Identity;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Nothing passes without a valid API key ({@code Authorization: Bearer} or {@code X-API-Key}).
 * Looks at headers only: the body of a stranger is never read.
 */
final class AuthenticationHandler extends Handler.Wrapper {
  private static final String BEARER = "Bearer ";
  private static final String API_KEY = "X-API-Key";

  private final Authenticator authenticator;
  private final CallerAddress address;

  AuthenticationHandler(Authenticator authenticator, CallerAddress address, Handler inner) {
    super(inner);
    this.authenticator = authenticator;
    this.address = address;
  }

  /** A key that has to be looked up first is worth a thread of its own. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var caller = address.of(request);
    var presented = presented(request);
    var identity = authenticator.identifyAtHand(caller, presented);
    if (identity.isPresent()) {
      return admit(identity.get(), request, response, callback);
    }
    OwnThread.run(
        () -> admit(authenticator.identify(caller, presented), request, response, callback),
        request,
        response,
        callback);
    return true;
  }

  private boolean admit(Identity identity, Request request, Response response, Callback callback)
      throws Exception {
    return switch (identity) {
      case Identity.Known(var caller) -> {
        RequestAttributes.caller(request, caller);
        yield super.handle(request, response, callback);
      }
      case Identity.Unknown _ -> unknown(request, response, callback);
      case Identity.LockedOut(var remaining) -> lockedOut(request, response, remaining, callback);
    };
  }

  private static @Nullable String presented(Request request) {
    var authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization == null) {
      return request.getHeaders().get(API_KEY);
    }
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : "";
  }

  private static boolean unknown(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"patchbay\"");
    var detail = "Send a valid API key as 'Authorization: Bearer pb_…' or 'X-API-Key: pb_…'.";
    closeWithBody(request, response);
    Answers.problem(response, Problems.of(ProblemKind.UNAUTHENTICATED, detail), callback);
    return true;
  }

  private static boolean lockedOut(
      Request request, Response response, Duration wait, Callback callback) {
    long seconds = wait.plusMillis(999).toSeconds();
    response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
    var detail = "Wait " + seconds + " s before you try a key again.";
    closeWithBody(request, response);
    Answers.problem(response, Problems.of(ProblemKind.TOO_MANY_ATTEMPTS, detail), callback);
    return true;
  }

  /** The body is never read, which makes the connection useless, unless there is none. */
  private static void closeWithBody(Request request, Response response) {
    var headers = request.getHeaders();
    if (headers.contains(HttpHeader.TRANSFER_ENCODING)
        || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
  }
}
