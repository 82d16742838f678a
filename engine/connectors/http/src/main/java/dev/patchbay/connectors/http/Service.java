package dev.patchbay.connectors.http;

import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends requests to the far side, each once. Thread-safe. */
final class Service implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration REST_OF_ANSWER = Duration.ofSeconds(2);
  private static final int SHOWN = 500;

  /** A body read to its end leaves the connection for the next request. */
  private static final int READ = 64 << 10;

  private final HttpSettings settings;
  private final Secrets secrets;
  private final InstantSource clock;
  private final CallObserver calls;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  Service(HttpSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.secrets = context.secrets();
    this.clock = context.clock();
    this.calls = context.calls();
    this.http =
        HttpClient.newBuilder()
            .version(version(settings))
            .connectTimeout(CONNECT)
            .executor(threads)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Without TLS a newer version would have to be asked for, which not every service bears. */
  private static HttpClient.Version version(HttpSettings settings) {
    return "https".equals(settings.url().getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  /** Sends it, unless the deadline has passed. */
  Reply send(Post post, Deadline deadline) {
    var left = deadline.remaining();
    if (left.isZero()) {
      return new Reply.NotSent(new Cause("too-late", "The time for this attempt had passed."));
    }
    var timeout = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
    return sendable(() -> observed(request(post).timeout(timeout).build()));
  }

  private static Reply sendable(Supplier<Reply> sending) {
    try {
      return sending.get();
    } catch (UnreadableSecretException unreadable) {
      return new Reply.Unsendable(
          new Cause("secret-unreadable", String.valueOf(unreadable.getMessage())));
    } catch (IllegalArgumentException unfit) {
      return new Reply.Unsendable(
          new Cause("secret-unfit", "A secret of this connector cannot be sent: enter it anew."));
    }
  }

  /** Whether anything answers there. */
  Reply look() {
    var request = HttpRequest.newBuilder(settings.url()).method("OPTIONS", BodyPublishers.noBody());
    return sendable(() -> observed(authorized(request).timeout(settings.timeout()).build()));
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdown();
  }

  private HttpRequest.Builder request(Post post) {
    var request =
        HttpRequest.newBuilder(post.uri())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", post.key())
            .POST(BodyPublishers.ofByteArray(post.body()));
    secrets
        .get(HttpSettings.SIGNING_SECRET)
        .ifPresent(
            secret -> {
              long now = clock.instant().getEpochSecond();
              request.header("webhook-id", post.key());
              request.header("webhook-timestamp", Long.toString(now));
              request.header(
                  "webhook-signature", Signature.of(secret, post.key(), now, post.body()));
            });
    return authorized(request);
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request) {
    secrets
        .get(HttpSettings.AUTHORIZATION)
        .ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private Reply observed(HttpRequest request) {
    long started = System.nanoTime();
    var reply = reply(request);
    var status =
        switch (reply) {
          case Reply.Answered(int code, _, _) -> Integer.toString(code);
          case Reply.NotSent _, Reply.Unsendable _ -> "not-sent";
          case Reply.Lost _ -> "lost";
        };
    calls.called(request.method(), status, Duration.ofNanos(System.nanoTime() - started));
    return reply;
  }

  private Reply reply(HttpRequest request) {
    try {
      return answered(http.send(request, BodyHandlers.ofInputStream()));
    } catch (ConnectException | HttpConnectTimeoutException unreachable) {
      return new Reply.NotSent(
          new Cause("unreachable", "Nobody answers at " + request.uri().getAuthority() + "."));
    } catch (IOException lost) {
      return new Reply.Lost(
          new Cause("no-answer", "No answer came from " + request.uri().getAuthority() + "."));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Reply.Lost(new Cause("interrupted", "The call was interrupted."));
    }
  }

  /** The status decides; a body that never ends or breaks off changes nothing. */
  private Reply answered(HttpResponse<InputStream> response) {
    var after = response.headers().firstValue("Retry-After").flatMap(this::after);
    return new Reply.Answered(
        response.statusCode(), after.orElse(Duration.ZERO), beginning(response.body()));
  }

  private static String beginning(InputStream body) {
    var text =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return shown(body.readNBytes(READ));
              } catch (IOException broken) {
                return "";
              }
            },
            reading -> Thread.ofVirtual().name("http-answer").start(reading));
    try (body) {
      return text.get(REST_OF_ANSWER.toMillis(), TimeUnit.MILLISECONDS).strip();
    } catch (ExecutionException | TimeoutException | IOException unreadable) {
      return "";
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String shown(byte[] body) {
    return new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
  }

  private Optional<Duration> after(String header) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
    } catch (NumberFormatException date) {
      return untilDate(header.strip());
    }
  }

  private Optional<Duration> untilDate(String text) {
    try {
      var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      var left = Duration.between(clock.instant(), date);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
