package dev.patchbay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, {@code application/problem+json} of RFC 9457.
 *
 * @param type URI reference of the kind of problem, for example {@code /problems/invalid-field}
 * @param title short text that is the same for every problem of this type
 * @param status HTTP status code
 * @param detail what happened here and what to do about it; never holds a class name or a secret
 * @param errors one entry per field at fault, empty if none is to blame
 * @param trace id under which the server logged this request, quoted to support
 */
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    List<FieldError> errors,
    @Nullable String trace) {
  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }
}
