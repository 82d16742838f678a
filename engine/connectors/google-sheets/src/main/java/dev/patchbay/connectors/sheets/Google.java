package dev.patchbay.connectors.sheets;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.services.sheets.v4.Sheets;
import dev.patchbay.google.Failure;
import dev.patchbay.google.GoogleAccounts;
import dev.patchbay.google.GoogleAccounts.Unusable;
import dev.patchbay.google.GoogleCalls;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Quota;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Calls the Sheets API through its official client, within the budget of calls. Thread-safe. */
final class Google {
  private static final QuickGzip GZIP = new QuickGzip();
  private static final BufferedGson JSON = new BufferedGson();

  private final SheetsSettings settings;
  private final GoogleAccounts accounts;
  private final HttpTransport transport;
  private final GoogleCalls calls;
  private final Quota quota;

  Google(
      SheetsSettings settings,
      GoogleAccounts accounts,
      HttpTransport transport,
      GoogleCalls calls,
      Quota quota) {
    this.settings = settings;
    this.accounts = accounts;
    this.transport = transport;
    this.calls = calls;
    this.quota = quota;
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
          new Quota.Budget(accounts.account().quotaOwner(), kind, settings.callsPerMinute()));
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
    return calls.send(method, deadline, initializer -> call.on(client(initializer).spreadsheets()));
  }

  /** Asks for an access token if none is at hand. */
  Optional<Failure> signIn() {
    return calls.signIn();
  }

  private Sheets client(HttpRequestInitializer initializer) {
    return new Sheets.Builder(
            transport,
            JSON,
            request -> {
              initializer.initialize(request);
              request.setEncoding(GZIP);
            })
        .setGoogleClientRequestInitializer(call -> call.setDisableGZipContent(true)) // for GZIP
        .setRootUrl(settings.rootUrl())
        .setApplicationName("Patchbay")
        .build();
  }
}
