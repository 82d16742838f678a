package dev.patchbay.connectors.sheets;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.Retryable;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.patchbay.connectors.sheets.SheetsCredentials.Account;
import dev.patchbay.connectors.sheets.SheetsCredentials.Unusable;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Quota;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls Google through its official client. A call is sent once: nothing repeats it but the
 * credentials' adapter after a 401, which is a refusal, and never after the deadline. Thread-safe.
 */
final class Google {
  private static final int CONNECT_MILLIS = 10_000;
  private static final Duration RETRY_CONNECT = Duration.ofSeconds(5);
  private static final QuickGzip GZIP = new QuickGzip();
  private static final BufferedGson JSON = new BufferedGson();

  private final SheetsSettings settings;
  private final SheetsCredentials credentials;
  private final HttpTransport transport;
  private final GoogleErrors errors;
  private final Quota quota;
  private final CallObserver observer;

  Google(
      SheetsSettings settings,
      SheetsCredentials credentials,
      HttpTransport transport,
      GoogleErrors errors,
      Quota quota,
      CallObserver observer) {
    this.settings = settings;
    this.credentials = credentials;
    this.transport = transport;
    this.errors = errors;
    this.quota = quota;
    this.observer = observer;
  }

  /** Which counter a call is taken from. */
  enum Budget {
    READ,
    WRITE
  }

  /** One call of the API. */
  @FunctionalInterface
  interface Call<T> {
    T on(Sheets.Spreadsheets api) throws IOException;
  }

  /** Takes one call out of the budget: how long to wait, zero if it was granted. */
  Duration take(Budget budget) {
    try {
      var kind = budget.name().toLowerCase(Locale.ROOT);
      return quota.take(
          new Quota.Budget(credentials.account().quotaOwner(), kind, settings.callsPerMinute()));
    } catch (Unusable e) {
      return Duration.ZERO; // the call itself will say what is wrong
    }
  }

  /** A call whose budget is taken here. */
  <T> Reply<T> take(Budget budget, String method, Deadline deadline, Call<T> call) {
    var wait = take(budget);
    return wait.isPositive() ? new Reply.Failed<>(throttled(wait)) : send(method, deadline, call);
  }

  static Failure.Throttled throttled(Duration wait) {
    return new Failure.Throttled(
        new Cause("call-budget", "The calls of this minute are used up; it goes on by itself."),
        wait);
  }

  /** A call whose budget was taken before. */
  <T> Reply<T> send(String method, Deadline deadline, Call<T> call) {
    var sends = new Sends(deadline, settings.readTimeout());
    var started = System.nanoTime();
    var status = "io";
    try {
      var account = credentials.account();
      try {
        var answer = call.on(client(account, sends).spreadsheets());
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
  Optional<Failure> signIn() {
    try {
      credentials.account().credentials().refreshIfExpired();
      return Optional.empty();
    } catch (Unusable e) {
      return Optional.of(new Failure.Credential(e.reason()));
    } catch (IOException e) {
      return Optional.of(tokenService(e));
    }
  }

  private Sheets client(Account account, Sends sends) {
    var adapter = new HttpCredentialsAdapter(account.credentials());
    return new Sheets.Builder(
            transport,
            JSON,
            request -> {
              adapter.initialize(request);
              request
                  .setNumberOfRetries(1) // for the adapter's answer to a 401; nothing else repeats
                  .setFollowRedirects(false)
                  .setConnectTimeout(CONNECT_MILLIS)
                  .setEncoding(GZIP)
                  .setInterceptor(sends);
            })
        .setGoogleClientRequestInitializer(call -> call.setDisableGZipContent(true)) // for GZIP
        .setRootUrl(settings.rootUrl())
        .setApplicationName("Patchbay")
        .build();
  }

  private Failure refused(HttpResponseException e, Account account, Sends sends) {
    if (e.getStatusCode() == 401 && sends.count() == 1) {
      try {
        account.credentials().refresh();
      } catch (IOException refresh) {
        return tokenService(refresh);
      }
    }
    return errors.read(e, account.address());
  }

  private Failure broken(IOException e, Sends sends) {
    if (e instanceof DeadlinePassed) {
      return new Failure.NotSent(
          new Cause("deadline-passed", "The time for this attempt was up before it was sent."),
          Duration.ZERO);
    }
    if (sends.count() == 0) {
      return tokenService(e);
    }
    if (neverConnected(e)) {
      return new Failure.NotSent(
          new Cause("unreachable", "Google cannot be reached at " + settings.rootUrl() + "."),
          RETRY_CONNECT);
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
        || e instanceof SSLHandshakeException
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
    private final Deadline deadline;
    private final Duration longest;
    private final AtomicInteger count = new AtomicInteger();

    Sends(Deadline deadline, Duration longest) {
      this.deadline = deadline;
      this.longest = longest;
    }

    int count() {
      return count.get();
    }

    @Override
    public void intercept(HttpRequest request) throws IOException {
      int left = (int) Math.min(longest.toMillis(), deadline.remaining().toMillis());
      if (left <= 0) {
        throw new DeadlinePassed();
      }
      count.incrementAndGet();
      request.setReadTimeout(left).setWriteTimeout(left);
    }
  }

  private static final class DeadlinePassed extends IOException {
    private static final long serialVersionUID = 1;
  }
}
