package dev.patchbay.server.rest;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of configuration on the wire: strong ETags, and If-Match on every change (RFC 9110). */
public final class Versions {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

  private Versions() {}

  /** The version a change is made for. */
  public static long expected(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.PRECONDITION_REQUIRED,
              "Send the ETag of what you read as If-Match, so that no other change is lost."));
    }
    var tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw ProblemException.field("If-Match", "must be one ETag as answered, such as \"3\"");
    }
    return Long.parseLong(tag.group(1));
  }

  /** An answer that carries its version. */
  public static Response tagged(int status, Object body, long version) {
    return Response.status(status).header("ETag", "\"" + version + "\"").entity(body).build();
  }

  /** What a change made, or the problem that it ended in. */
  public static <T> T done(Saved<T> saved, String what) {
    return switch (saved) {
      case Saved.Done<T>(var value) -> value;
      case Saved.Missing<T> _ -> throw ProblemException.notFound("There is no " + what + ".");
      case Saved.Taken<T> _ ->
          throw ProblemException.conflict("There already is a " + what + "; choose another name.");
      case Saved.Refused<T>(var reason) -> throw ProblemException.conflict(reason);
      case Saved.Stale<T>(var version) ->
          throw new ProblemException(
              Problems.of(
                  ProblemKind.STALE,
                  "Version " + version + " stands now. Read it again and repeat your change."));
    };
  }
}
