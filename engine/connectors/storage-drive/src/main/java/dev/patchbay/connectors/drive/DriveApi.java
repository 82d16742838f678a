package dev.patchbay.connectors.drive;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import dev.patchbay.google.Failure;
import dev.patchbay.google.GoogleAccounts;
import dev.patchbay.google.GoogleCalls;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.Cutoff;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Calls the Drive API through its official client, each call once. Thread-safe. */
final class DriveApi implements AutoCloseable {
  private static final Cause LATE = new Cause("timeout", "Google did not answer in time.");

  private final HttpTransport transport = new NetHttpTransport();
  private final Cutoff cutoff = new Cutoff("drive");
  private final DriveSettings settings;
  private final GoogleCalls calls;

  DriveApi(DriveSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.calls =
        new GoogleCalls(
            settings.rootUrl(),
            settings.google().readTimeout(),
            new GoogleAccounts(settings.google(), context.secrets(), DriveSettings.SCOPE),
            new DriveErrors(context.clock()),
            context.calls());
  }

  /** One call. */
  @FunctionalInterface
  interface Call<T> {
    T on(Drive drive) throws IOException;
  }

  /** Asks for an access token if none is at hand. */
  void signIn() throws StoreFailure {
    var refused = calls.signIn();
    if (refused.isPresent()) {
      throw Failures.of(refused.get());
    }
  }

  /** The answer of a call that puts no file in its place. */
  <T> T ask(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    return switch (send(method, deadline, call)) {
      case Reply.Answer<T>(var answer) -> answer;
      case Reply.Failed<T>(var failure) -> throw Failures.of(failure);
    };
  }

  /** As {@link #ask}, empty where Drive does not find what is asked for. */
  <T> Optional<T> find(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    return switch (send(method, deadline, call)) {
      case Reply.Answer<T>(var answer) -> Optional.of(answer);
      case Reply.Failed<T>(Failure.NotFound _) -> Optional.empty();
      case Reply.Failed<T>(var failure) -> throw Failures.of(failure);
    };
  }

  /** What comes of a call, on a thread that ends with the deadline. */
  <T> Reply<T> send(String method, Deadline deadline, Call<T> call) throws StoreFailure {
    try {
      return cutoff.call(
          () -> calls.send(method, deadline, initializer -> call.on(client(initializer))),
          deadline);
    } catch (IOException late) {
      return new Reply.Failed<>(new Failure.Lost(LATE));
    }
  }

  private Drive client(HttpRequestInitializer initializer) {
    return new Drive.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(settings.rootUrl())
        .setApplicationName("Patchbay")
        .build();
  }

  @Override
  public void close() {
    cutoff.close();
    try {
      transport.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
