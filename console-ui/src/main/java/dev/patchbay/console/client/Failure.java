package dev.patchbay.console.client;

import dev.patchbay.model.Problem;

/** Why a call to the hub gave no answer to work with. A value: screens decide what it means. */
public sealed interface Failure {

  /** No answer at all: the hub is down, the network is, or the address is wrong. */
  record Unreachable(String server, String reason) implements Failure {}

  /** 401 or 429 on log-in: the key is missing, wrong or locked out. */
  record LoggedOut(Problem problem) implements Failure {}

  /** 403: the caller's role does not allow it. */
  record Forbidden(Problem problem) implements Failure {}

  /** 412: somebody changed the configuration in the meantime. */
  record Stale(Problem problem) implements Failure {}

  /** Any other refusal, with its reason. */
  record Refused(Problem problem) implements Failure {}

  /** The answer was not what the API promises. */
  record Unreadable(String server, String reason) implements Failure {}

  /** A file on this computer could not be read or written. */
  record Disk(String file, String reason) implements Failure {}

  /** Nothing was sent: the person switched changes off here. */
  record ReadOnly() implements Failure {}

  /** What to quote to support: status, detail and trace id, without secrets. */
  default String diagnostics() {
    return switch (this) {
      case Unreachable(var server, var reason) -> "unreachable: " + server + ": " + reason;
      case Unreadable(var server, var reason) -> "unreadable answer: " + server + ": " + reason;
      case Disk(var file, var reason) -> "disk: " + file + ": " + reason;
      case ReadOnly() -> "not sent: read-only";
      case LoggedOut(var problem) -> describe(problem);
      case Forbidden(var problem) -> describe(problem);
      case Stale(var problem) -> describe(problem);
      case Refused(var problem) -> describe(problem);
    };
  }

  private static String describe(Problem problem) {
    return "%d %s: %s (trace %s)"
        .formatted(problem.status(), problem.title(), problem.detail(), problem.trace());
  }
}
