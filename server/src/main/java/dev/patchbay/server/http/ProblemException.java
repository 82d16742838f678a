package dev.patchbay.server.http;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem that its caller is to blame for. Carries no stack: it is an answer.
 */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  /** One field is wrong. */
  public static ProblemException field(String field, String message) {
    return fields(List.of(new FieldError(field, message)));
  }

  /** Some fields are wrong. */
  public static ProblemException fields(List<FieldError> errors) {
    return new ProblemException(Problems.invalid(errors));
  }

  /** There is no such thing. */
  public static ProblemException notFound(String what) {
    return new ProblemException(Problems.of(ProblemKind.NOT_FOUND, what));
  }

  /** It cannot be done as things are. */
  public static ProblemException conflict(@Nullable String why) {
    return new ProblemException(Problems.of(ProblemKind.CONFLICT, why));
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
