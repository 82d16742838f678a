package dev.patchbay.connectors.graph;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;

/**
 * What it means that a call failed; see <a
 * href="https://learn.microsoft.com/graph/errors">errors</a>. Graph's own words are not repeated.
 */
final class Failures {
  private Failures() {}

  /** Of a call that puts nothing in its place and was not answered. */
  static StoreFailure of(IOException failure) {
    return Unanswered.unsent(failure)
        .orElseGet(
            () ->
                StoreFailure.retryable(
                    "broken-off", "Microsoft did not answer, or the connection broke off."));
  }

  /** Of the call that puts a file in its place, where it was not answered. */
  static StoreFailure ofPlacing(IOException failure) {
    return Unanswered.unsent(failure).orElseGet(Unanswered::lost);
  }

  /** Of an answer that refuses a call which puts nothing in its place. */
  static StoreFailure of(Answer answer) {
    int status = answer.status();
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          StoreFailure.target(
              "redirected", "Microsoft sends the hub elsewhere. Enter that address.");
      case 400 -> StoreFailure.rejected("refused", "Microsoft refuses the name or the file.");
      case 401 ->
          StoreFailure.credential(
              "credential-refused", "Microsoft does not accept the credential. Enter a new one.");
      case 403 ->
          StoreFailure.target(
              "access-denied",
              "The application may not write there. Grant it Files.ReadWrite.All, or the role"
                  + " write on the site, and let an administrator consent.");
      case 404, 410 -> noFolder();
      case 409, 412 ->
          StoreFailure.retryable("conflict", "Somebody changed it in the same moment.");
      case 413 -> StoreFailure.rejected("too-large", "Microsoft takes no file so large.");
      case 414 -> StoreFailure.rejected("too-long", "Microsoft takes no name so long.");
      case 423 -> StoreFailure.retryable("locked", "Somebody has locked it.", answer.after());
      case 429, 503, 509 ->
          StoreFailure.retryable(
              "slow-down", "Microsoft is busy and asks to come later.", answer.after());
      case 507 -> StoreFailure.target("full", "The drive has no room left. Make room there.");
      default ->
          StoreFailure.retryable(
              "refused", "Microsoft refuses with " + status + ".", answer.after());
    };
  }

  /** Of an answer to the call that puts a file in its place; some leave it open. */
  static StoreFailure ofPlacing(Answer answer) {
    int status = answer.status();
    boolean open = status < 300 || status == 408 || status == 500 || status == 502 || status == 504;
    return open ? Unanswered.lost() : of(answer);
  }

  static StoreFailure noFolder() {
    return StoreFailure.target(
        "no-directory",
        "The drive or its folder does not exist for the application. Create it, or name another.");
  }
}
