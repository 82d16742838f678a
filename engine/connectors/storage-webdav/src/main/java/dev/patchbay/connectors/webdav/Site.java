package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.Cutoff;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends requests to the server, each once and none past its deadline. Thread-safe. */
final class Site implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final WebDavSettings settings;
  private final Secrets secrets;
  private final CallObserver calls;
  private final Cutoff cutoff = new Cutoff("webdav");

  /** Of the older version, where a request that breaks off cannot be taken for one that ended. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(cutoff.threads())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Site(WebDavSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.secrets = context.secrets();
    this.calls = context.calls();
  }

  URI folder() {
    return settings.folder();
  }

  URI at(List<String> names) {
    return settings.at(names);
  }

  URI at(StorePath path) {
    return settings.at(path.segments());
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException if it was not answered
   * @throws StoreFailure if it was not sent
   */
  <T> T send(HttpRequest.Builder request, Deadline deadline, Reader<T> reader)
      throws IOException, StoreFailure {
    var authorized = authorized(request);
    long started = System.nanoTime();
    var status = new String[] {"io"};
    try {
      return cutoff.call(() -> exchange(authorized, reader, status), deadline);
    } finally {
      calls.called(authorized.method(), status[0], Duration.ofNanos(System.nanoTime() - started));
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    cutoff.close();
  }

  private <T> T exchange(HttpRequest request, Reader<T> reader, String[] status)
      throws IOException, InterruptedException, StoreFailure {
    var response = http.send(request, BodyHandlers.ofInputStream());
    status[0] = Integer.toString(response.statusCode());
    try (var body = response.body()) {
      return reader.read(response.statusCode(), body);
    }
  }

  private HttpRequest authorized(HttpRequest.Builder request) throws StoreFailure {
    try {
      authorization().ifPresent(value -> request.setHeader("Authorization", value));
      return request.build();
    } catch (UnreadableSecretException unreadable) {
      throw StoreFailure.credential("secret-unreadable", String.valueOf(unreadable.getMessage()));
    } catch (IllegalArgumentException unfit) {
      throw StoreFailure.credential(
          "secret-unfit", "The token of this connector cannot be sent: enter it anew.");
    }
  }

  private Optional<String> authorization() {
    var token = secrets.get(WebDavSettings.TOKEN).map(String::strip).orElse("");
    if (!token.isEmpty()) {
      return Optional.of("Bearer " + token);
    }
    var password = secrets.get(WebDavSettings.PASSWORD).orElse("");
    if (settings.user().isEmpty() && password.isEmpty()) {
      return Optional.empty();
    }
    var pair = (settings.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Makes something of an answer. */
  @FunctionalInterface
  interface Reader<T extends @Nullable Object> {
    T read(int status, InputStream body) throws IOException, StoreFailure;
  }
}
