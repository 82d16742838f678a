package dev.patchbay.spi.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/** What it means for a file that no answer came, whatever the store. */
public final class Unanswered {
  private Unanswered() {}

  /** Of a call that surely never reached the far side; empty if it may have. */
  public static Optional<StoreFailure> unsent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLHandshakeException) {
        return Optional.of(
            StoreFailure.target(
                "certificate", "The server's certificate is not one that the hub trusts."));
      }
      if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
        return Optional.of(StoreFailure.retryable("unreachable", "Nobody answers at the address."));
      }
    }
    return Optional.empty();
  }

  /** Of the call that puts a file in its place and may have reached the far side. */
  public static StoreFailure lost() {
    return StoreFailure.unknown("no-answer", "No answer came when the file was put in its place.");
  }

  /** Of reading the file that is to be sent. */
  public static StoreFailure ofSource(IOException failure) {
    return failure instanceof ChangedContentException
        ? StoreFailure.rejected("content-changed", String.valueOf(failure.getMessage()))
        : StoreFailure.retryable("broken-off", "The file could not be read.");
  }
}
