package dev.patchbay.server.http;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem that its caller is to blame for. Carries no stack: it is an answer.
 */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.title(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** It cannot be done now; asked again after a while it may. */
  public static ProblemException unavailable(String why, Duration retryAfter) {
    return new ProblemException(Problems.of(ProblemKind.UNAVAILABLE, why), retryAfter);
  }

  /** Too many wrong credentials came; after a while the caller may try again. */
  public static ProblemException lockedOut(Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    var problem =
        Problems.of(ProblemKind.TOO_MANY_ATTEMPTS, "Wait " + seconds + " s before you try again.");
    return new ProblemException(problem, Duration.ofSeconds(seconds));
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

  /** When to ask again, if that helps. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
