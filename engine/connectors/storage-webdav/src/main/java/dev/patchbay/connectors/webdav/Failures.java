package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;

/** What it means that a call failed. The far side's own words are not repeated. */
final class Failures {
  private Failures() {}

  /** Of a call that puts nothing in its place and was not answered. */
  static StoreFailure of(IOException failure) {
    return Unanswered.unsent(failure)
        .orElseGet(
            () ->
                StoreFailure.retryable(
                    "broken-off", "The server did not answer, or the connection broke off."));
  }

  /** Of the call that puts a file in its place, where it was not answered. */
  static StoreFailure ofPlacing(IOException failure) {
    return Unanswered.unsent(failure).orElseGet(Unanswered::lost);
  }

  /** Of an answer that refuses a call which puts nothing in its place. */
  static StoreFailure of(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          StoreFailure.target(
              "redirected", "The server sends the hub elsewhere. Enter that address.");
      case 401, 407 ->
          StoreFailure.credential(
              "credential-refused",
              "The server refuses the user or the credential. Enter another.");
      case 403 ->
          StoreFailure.target(
              "access-denied",
              "The user may not do this there. Give it the right, or name another folder.");
      case 404, 410 -> noFolder();
      case 405, 501 ->
          StoreFailure.target(
              "no-webdav", "The server does not speak WebDAV there. Enter another address.");
      case 413 -> StoreFailure.rejected("too-large", "The server takes no file so large.");
      case 414 -> StoreFailure.rejected("too-long", "The server takes no name so long.");
      case 423 -> StoreFailure.retryable("locked", "Somebody has locked it on the server.");
      case 429, 503 ->
          StoreFailure.retryable("slow-down", "The server is busy and asks to come later.");
      case 507 -> StoreFailure.target("full", "The server has no room left. Make room there.");
      default -> StoreFailure.retryable("refused", "The server refuses with " + status + ".");
    };
  }

  /** Of an answer to the call that puts a file in its place; some leave it open. */
  static StoreFailure ofPlacing(int status) {
    boolean open = status < 300 || status == 500 || status == 502 || status == 504;
    return open ? Unanswered.lost() : of(status);
  }

  static StoreFailure noFolder() {
    return StoreFailure.target(
        "no-directory", "The folder does not exist on the server. Create it, or name another.");
  }
}
