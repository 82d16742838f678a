package dev.patchbay.services.rest;

import dev.patchbay.services.rest.CappedBody.TooLargeException;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each once, and waits for the whole answer, but never beyond a deadline. Redirects
 * are not followed: they would carry the token elsewhere. Thread-safe.
 */
final class Wire implements AutoCloseable {
  static final long MOST_BYTES = 1 << 20;

  private final HttpClient http;

  /** For one far side. */
  Wire(URI farSide, Duration timeout) {
    this.http =
        HttpClient.newBuilder()
            .version(version(farSide))
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Without TLS a newer version would have to be asked for, which not every service bears. */
  private static HttpClient.Version version(URI farSide) {
    return "https".equalsIgnoreCase(farSide.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  /** Waits for the answer with its body. */
  Reply send(HttpRequest request, Deadline deadline) {
    return exchange(request, _ -> new CappedBody(MOST_BYTES), Wire::whole, deadline);
  }

  /** Waits for the head of the answer only, and lets the rest go. */
  Reply look(HttpRequest request, Deadline deadline) {
    return exchange(request, BodyHandlers.ofInputStream(), Wire::head, deadline);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private <T> Reply exchange(
      HttpRequest request,
      BodyHandler<T> body,
      Function<HttpResponse<T>, Reply> reply,
      Deadline deadline) {
    var place = request.uri().getAuthority();
    if (deadline.passed()) {
      return notSent("too-late", "The time for asking " + place + " had passed.");
    }
    var answer = http.sendAsync(request, body);
    try {
      return reply.apply(answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return failed("time-out", "No whole answer came from " + place + " in time.");
    } catch (ExecutionException failure) {
      return failed(failure.getCause(), place);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return failed("interrupted", "The call to " + place + " was interrupted.");
    } finally {
      answer.cancel(true); // of an exchange that is over, this does nothing
    }
  }

  private static Reply whole(HttpResponse<byte[]> response) {
    return new Reply.Answered(response.statusCode(), response.headers(), response.body());
  }

  private static Reply head(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply.Answered(response.statusCode(), response.headers(), new byte[0]);
  }

  private static Reply failed(@Nullable Throwable failure, String place) {
    return switch (failure) {
      case ConnectException _, HttpConnectTimeoutException _ ->
          notSent("unreachable", "Nobody answers at " + place + ".");
      case SSLHandshakeException _, SSLPeerUnverifiedException _ -> notSent("no-tls", noTls(place));
      case SSLException _ -> failed("no-tls", noTls(place)); // maybe after it was read
      case TooLargeException _ ->
          failed("too-large", place + " answers more than " + MOST_BYTES + " bytes.");
      case IOException _ -> failed("no-answer", "No whole answer came from " + place + ".");
      case RuntimeException bug -> throw bug;
      case Error broken -> throw broken;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private static String noTls(String place) {
    return "No safe connection to "
        + place
        + " came about: is its certificate one that this"
        + " machine trusts, and made for that name?";
  }

  private static Reply notSent(String code, String message) {
    return new Reply.NotSent(new Cause(code, message));
  }

  private static Reply failed(String code, String message) {
    return new Reply.Failed(new Cause(code, message));
  }
}
