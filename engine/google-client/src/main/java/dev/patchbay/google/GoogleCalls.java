package dev.patchbay.google;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.patchbay.google.GoogleAccounts.Account;
import dev.patchbay.google.GoogleAccounts.Unusable;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls a service of Google through its official client. A call is sent once: nothing repeats it
 * but the credentials' adapter after a 401, which is a refusal, and never after the deadline. It
 * goes to the service's own address and follows no redirect. Thread-safe.
 */
public final class GoogleCalls {
  /** What a failure says whose cause is the server's certificate. */
  public static final String CERTIFICATE = "certificate";

  private static final int CONNECT_MILLIS = 10_000;
  private static final Duration RETRY_CONNECT = Duration.ofSeconds(5);

  private final URI root;
  private final Duration readTimeout;
  private final GoogleAccounts accounts;
  private final Refusals refusals;
  private final CallObserver observer;

  /**
   * Calls of one service.
   *
   * @param rootUrl of its API
   * @param readTimeout how long one answer may take
   */
  public GoogleCalls(
      String rootUrl,
      Duration readTimeout,
      GoogleAccounts accounts,
      Refusals refusals,
      CallObserver observer) {
    this.root = URI.create(rootUrl);
    this.readTimeout = readTimeout;
    this.accounts = accounts;
    this.refusals = refusals;
    this.observer = observer;
  }

  /** One call, through a client that is made with this initializer. */
  @FunctionalInterface
  public interface Call<T> {
    /** Does it. */
    T with(HttpRequestInitializer initializer) throws IOException;
  }

  /** Sends a call. */
  public <T> Reply<T> send(String method, Deadline deadline, Call<T> call) {
    var sends = new Sends(root, deadline, readTimeout);
    var started = System.nanoTime();
    var status = "io";
    try {
      var account = accounts.account();
      try {
        var answer = call.with(initializer(account, sends));
        status = "200";
        return new Reply.Answer<>(answer);
      } catch (HttpResponseException e) {
        status = Integer.toString(e.getStatusCode());
        return new Reply.Failed<>(refused(e, account, sends));
      } catch (SocketTimeoutException e) {
        status = "timeout";
        return new Reply.Failed<>(broken(e, sends));
      } catch (IOException e) {
        return new Reply.Failed<>(broken(e, sends));
      } catch (IllegalArgumentException | IllegalStateException e) {
        return new Reply.Failed<>(
            new Failure.Lost(
                new Cause("answer-unreadable", "Google's answer could not be read whole.")));
      }
    } catch (Unusable e) {
      return new Reply.Failed<>(new Failure.Credential(e.reason()));
    } finally {
      if (sends.count() > 0) {
        observer.called(method, status, Duration.ofNanos(System.nanoTime() - started));
      }
    }
  }

  /** Asks for an access token if none is at hand. */
  public Optional<Failure> signIn() {
    try {
      accounts.account().credentials().refreshIfExpired();
      return Optional.empty();
    } catch (Unusable e) {
      return Optional.of(new Failure.Credential(e.reason()));
    } catch (IOException e) {
      return Optional.of(tokenService(e));
    }
  }

  private static HttpRequestInitializer initializer(Account account, Sends sends) {
    var adapter = new HttpCredentialsAdapter(account.credentials());
    return request -> {
      adapter.initialize(request);
      request
          .setNumberOfRetries(1) // for the adapter's answer to a 401; nothing else repeats
          .setFollowRedirects(false)
          .setConnectTimeout(CONNECT_MILLIS)
          .setInterceptor(sends);
    };
  }

  private Failure refused(HttpResponseException e, Account account, Sends sends) {
    if (e.getStatusCode() == 401 && sends.count() == 1) {
      try {
        account.credentials().refresh();
      } catch (IOException refresh) {
        return tokenService(refresh);
      }
    }
    return refusals.read(e, account.address());
  }

  private Failure broken(IOException e, Sends sends) {
    if (e instanceof Elsewhere) {
      return new Failure.Target(
          new Cause(
              "redirected", "Google sends the hub to an address that is not at " + root + "."));
    }
    if (e instanceof DeadlinePassed) {
      return new Failure.NotSent(
          new Cause("deadline-passed", "The time for this attempt was up before it was sent."),
          Duration.ZERO);
    }
    if (sends.count() == 0) {
      return tokenService(e);
    }
    if (e instanceof SSLHandshakeException) {
      return new Failure.NotSent(
          new Cause(CERTIFICATE, "The certificate at " + root + " is not one that the hub trusts."),
          RETRY_CONNECT);
    }
    if (neverConnected(e)) {
      return new Failure.NotSent(
          new Cause("unreachable", "Google cannot be reached at " + root + "."), RETRY_CONNECT);
    }
    return new Failure.Lost(
        new Cause(
            e instanceof SocketTimeoutException ? "timeout" : "connection-lost",
            "The connection ended before Google's answer was here."));
  }

  private static boolean neverConnected(IOException e) {
    return e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || (e instanceof SocketTimeoutException
            && "connect timed out".equalsIgnoreCase(e.getMessage()));
  }

  private static Failure tokenService(IOException e) {
    if (e instanceof Retryable retryable && !retryable.isRetryable()) {
      return new Failure.Credential(
          new Cause(
              "credential-refused",
              "Google's token service refuses the credential" + reason(e) + ". Enter a new one."));
    }
    return new Failure.NotSent(
        new Cause("token-service", "Google's token service cannot be reached just now."),
        RETRY_CONNECT);
  }

  /** The OAuth error code only: what else the answer says may hold parts of the credential. */
  private static String reason(IOException e) {
    var text = e.getCause() instanceof HttpResponseException http ? http.getContent() : null;
    for (var code : new String[] {"invalid_grant", "invalid_client", "unauthorized_client"}) {
      if (text != null && text.contains(code)) {
        return " (" + code + ")";
      }
    }
    return "";
  }

  /** Counts what is really sent, right before it is, and refuses once the deadline has passed. */
  private static final class Sends implements HttpExecuteInterceptor {
    private final URI root;
    private final Deadline deadline;
    private final Duration longest;
    private final AtomicInteger count = new AtomicInteger();

    Sends(URI root, Deadline deadline, Duration longest) {
      this.root = root;
      this.deadline = deadline;
      this.longest = longest;
    }

    int count() {
      return count.get();
    }

    @Override
    public void intercept(HttpRequest request) throws IOException {
      demandOwnAddress(request.getUrl().toURI());
      int left = (int) Math.min(longest.toMillis(), deadline.remaining().toMillis());
      if (left <= 0) {
        throw new DeadlinePassed();
      }
      count.incrementAndGet();
      request.setReadTimeout(left).setWriteTimeout(left);
    }

    /** An answer may name where to go on; the token goes to nobody else. */
    private void demandOwnAddress(URI url) throws IOException {
      if (!url.getScheme().equals(root.getScheme())
          || !url.getAuthority().equals(root.getAuthority())) {
        throw new Elsewhere();
      }
    }
  }

  private static final class Elsewhere extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static final class DeadlinePassed extends IOException {
    private static final long serialVersionUID = 1;
  }
}
