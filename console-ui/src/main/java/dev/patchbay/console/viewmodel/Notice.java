package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for a person about what just happened.
 *
 * @param undo how to take it back, null if it cannot be
 */
public record Notice(Kind kind, String message, String diagnostics, @Nullable Undo undo) {
  /** How it is meant. */
  public enum Kind {
    SUCCESS,
    FAILURE
  }

  /** Something worked. */
  public static Notice success(String message) {
    return new Notice(Kind.SUCCESS, message, "", null);
  }

  /** Something worked and can be taken back for a while. */
  public static Notice undoable(String message, Undo undo) {
    return new Notice(Kind.SUCCESS, message, "", undo);
  }

  /** Something did not, and no call to the hub is to blame. */
  public static Notice failure(String message) {
    return new Notice(Kind.FAILURE, message, "", null);
  }

  /** Something did not, and nothing was changed by it. */
  public static Notice of(Failure failure) {
    return new Notice(Kind.FAILURE, sentence(failure), failure.diagnostics(), null);
  }

  /** The failure in words. */
  public static String sentence(Failure failure) {
    return switch (failure) {
      case Failure.Unreachable(var server, var reason) ->
          text("failure.unreachable", server, reason);
      case Failure.Unreadable(var server, _) -> text("failure.unreadable", server);
      case Failure.Disk(var file, var reason) -> text("failure.disk", file, reason);
      case Failure.ReadOnly() -> text("failure.readOnly");
      case Failure.LoggedOut(var problem) -> orElse(problem, text("failure.loggedOut"));
      case Failure.Forbidden(var problem) -> orElse(problem, text("failure.forbidden"));
      case Failure.Stale(var problem) -> orElse(problem, text("failure.stale"));
      case Failure.Refused(var problem) -> refusal(problem);
    };
  }

  private static String refusal(Problem problem) {
    if (problem.errors().isEmpty()) {
      return orElse(problem, problem.title());
    }
    return problem.errors().stream().map(Notice::fault).collect(Collectors.joining("\n"));
  }

  /** A field at fault by the last part of its path, as it is called on the screen. */
  public static String fault(FieldError error) {
    var name = error.field().substring(error.field().lastIndexOf('/') + 1);
    return name.isEmpty() ? error.message() : text("failure.field", name, error.message());
  }

  private static String orElse(Problem problem, String fallback) {
    var detail = problem.detail();
    return detail == null ? fallback : detail;
  }
}
