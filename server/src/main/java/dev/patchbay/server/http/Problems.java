package dev.patchbay.server.http;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes problems. */
public final class Problems {
  private Problems() {}

  /** A problem of a kind, with what happened here. */
  public static Problem of(ProblemKind kind, @Nullable String detail) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, List.of(), null);
  }

  /** Fields are wrong. */
  public static Problem invalid(List<FieldError> errors) {
    var kind = ProblemKind.INVALID;
    var detail = errors.size() == 1 ? told(errors.getFirst()) : errors.size() + " fields are wrong";
    return new Problem(kind.type(), kind.title(), kind.status(), detail, errors, null);
  }

  /** The empty pointer means all of what was sent. */
  private static String told(FieldError error) {
    return error.field().isEmpty()
        ? "What was sent " + error.message()
        : error.field() + ": " + error.message();
  }

  /** The server failed; the trace finds it in the log. */
  public static Problem internal(String trace) {
    var kind = ProblemKind.INTERNAL;
    return new Problem(
        kind.type(),
        kind.title(),
        kind.status(),
        "It was logged with the trace id; tell it to the operator of this server.",
        List.of(),
        trace);
  }
}
