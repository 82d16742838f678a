package dev.patchbay.connectors.s3;

import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Calls the server with the credential of the moment, and not past a deadline. Thread-safe. */
final class Bucket implements AutoCloseable {
  private final S3Settings settings;
  private final Secrets secrets;
  private final CallObserver calls;
  private final Clients clients;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("s3-call-", 0).factory());

  Bucket(S3Settings settings, ConnectorContext context) {
    this.settings = settings;
    this.secrets = context.secrets();
    this.calls = context.calls();
    this.clients = Clients.of(settings);
  }

  String name() {
    return settings.bucket();
  }

  /** What keys begin with, empty or with a slash at the end. */
  String prefix() {
    return settings.prefix();
  }

  String key(StorePath path) {
    return prefix() + path;
  }

  /** A key in the folder that no path leads to. */
  String hiddenKey(String name) {
    return prefix() + StorePath.WORKSHOP + "/" + name;
  }

  /** Does a call that may be repeated, and that puts no file in its place. */
  <T> T ask(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    try {
      return observed(method, deadline, clients.patient(), call);
    } catch (SdkException failure) {
      throw Failures.of(failure);
    }
  }

  /** As {@link #ask}, and leaves it to the caller what a refusal means. */
  <T> T tryAsking(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    return observed(method, deadline, clients.patient(), call);
  }

  /** Does a call that puts a file in its place: once, and the caller sees what comes of it. */
  <T> T place(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    return observed(method, deadline, clients.once(), call);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    clients.close();
  }

  private <T> T observed(String method, Deadline deadline, S3Client client, Call<T> call)
      throws StoreFailure {
    if (deadline.passed()) {
      throw StoreFailure.retryable("too-late", "The time for this attempt had passed.");
    }
    var signed = signed();
    long started = System.nanoTime();
    var status = "io";
    try {
      var answer = answer(threads.submit(() -> call.send(client, signed)), deadline);
      status = "ok";
      return answer;
    } catch (AwsServiceException refused) {
      status = Integer.toString(refused.statusCode());
      throw refused;
    } finally {
      calls.called(method, status, Duration.ofNanos(System.nanoTime() - started));
    }
  }

  /** On a thread of its own, which can be cut off: a call may hang for longer than is left. */
  private static <T> T answer(Future<T> sent, Deadline deadline) {
    try {
      return sent.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw switch (failed.getCause()) {
        case SdkException failure -> failure;
        case IOException broken -> SdkClientException.create("broken off", broken);
        // What the library makes of an answer that breaks off.
        case UncheckedIOException broken -> SdkClientException.create("broken off", broken);
        case null, default -> new IllegalStateException(failed.getCause());
      };
    } catch (TimeoutException late) {
      throw SdkClientException.create("too late", late);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw SdkClientException.create("interrupted", stopping);
    } finally {
      sent.cancel(true);
    }
  }

  private AwsRequestOverrideConfiguration signed() throws StoreFailure {
    try {
      return AwsRequestOverrideConfiguration.builder()
          .credentialsProvider(StaticCredentialsProvider.create(credentials()))
          .build();
    } catch (UnreadableSecretException unreadable) {
      throw StoreFailure.credential("secret-unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private AwsCredentials credentials() throws StoreFailure {
    var secret = secrets.get(S3Settings.SECRET_ACCESS_KEY).map(String::strip).orElse("");
    var token = secrets.get(S3Settings.SESSION_TOKEN).map(String::strip).orElse("");
    if (settings.accessKeyId().isEmpty() || secret.isEmpty()) {
      throw StoreFailure.credential("no-credential", "Enter an access key: its ID and its secret.");
    }
    return token.isEmpty()
        ? AwsBasicCredentials.create(settings.accessKeyId(), secret)
        : AwsSessionCredentials.create(settings.accessKeyId(), secret, token);
  }

  /** One request and the reading of its answer. */
  @FunctionalInterface
  interface Call<T> {
    T send(S3Client client, AwsRequestOverrideConfiguration signed) throws IOException;
  }
}
