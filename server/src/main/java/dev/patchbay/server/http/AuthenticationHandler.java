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

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return switch (authenticator.identify(address.of(request), presented(request))) {
      case Identity.Known(var caller) -> {
        RequestAttributes.caller(request, caller);
        yield super.handle(request, response, callback);
      }
      case Identity.Unknown _ -> unknown(response, callback);
      case Identity.LockedOut(var remaining) -> lockedOut(response, remaining, callback);
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

  private static boolean unknown(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"patchbay\"");
    var detail = "Send a valid API key as 'Authorization: Bearer pb_…' or 'X-API-Key: pb_…'.";
    return refuse(response, ProblemKind.UNAUTHENTICATED, detail, callback);
  }

  private static boolean lockedOut(Response response, Duration wait, Callback callback) {
    long seconds = wait.plusMillis(999).toSeconds();
    response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
    var detail = "Wait " + seconds + " s before you try a key again.";
    return refuse(response, ProblemKind.TOO_MANY_ATTEMPTS, detail, callback);
  }

  /** The unread body makes the connection useless, unless there is none. */
  private static boolean refuse(
      Response response, ProblemKind kind, String detail, Callback callback) {
    Answers.problem(response, Problems.of(kind, detail), callback);
    return true;
  }
}
