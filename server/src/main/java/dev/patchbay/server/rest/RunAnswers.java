package dev.patchbay.server.rest;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.export.FileGuard;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.security.Rights;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is answered of a run, whatever kind it is of. */
public record RunAnswers(JobRuns runs, FileGuard guard) {
  private static final int LONGEST_KEY = 200;

  /** A key that a caller may give so that asking again asks for nothing more. */
  public static @Nullable String once(@Nullable String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw ProblemException.field(
          "Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    return key;
  }

  /**
   * It is queued.
   *
   * @param runs address of runs
   */
  public static Response taken(URI runs, RunView run) {
    return Response.status(202).location(URI.create(runs + "/" + run.id())).entity(run).build();
  }

  public static URI here(UriInfo asked) {
    return URI.create(asked.getAbsolutePath().getRawPath());
  }

  public static RunView found(Optional<RunView> run, String word) {
    return run.orElseThrow(() -> ProblemException.notFound("There is no such " + word + "."));
  }

  /** The file that it made, for whom nothing in it is hidden from. */
  public Response file(RunView run, SecurityContext security) {
    var file = run.file();
    if (file == null) {
      throw ProblemException.conflict("It has no file; it is " + run.state() + ".");
    }
    var withheld = guard.withheld(run, CallerPrincipal.of(security));
    if (withheld.isPresent()) {
      throw new ProblemException(Problems.of(ProblemKind.FORBIDDEN, withheld.get()));
    }
    StreamingOutput content = out -> runs.file(run.id()).transferTo(out);
    return Response.ok(content)
        .header("Content-Type", file.mediaType())
        .header("Content-Length", file.length())
        .header("Content-Disposition", Attachment.of(file.name()))
        .header("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":")
        .build();
  }

  /** Calls it off, for its owner or support staff. */
  public RunView cancel(RunView run, SecurityContext security) {
    demandOwn(run.askedBy(), security);
    boolean cancelled = runs.cancel(run.id());
    var now = runs.find(run.id()).orElse(run);
    if (!cancelled) {
      throw ProblemException.conflict("It has ended; it is " + now.state() + ".");
    }
    return now;
  }

  /** Only who asked for it, or support staff, goes on. */
  public static void demandOwn(String askedBy, SecurityContext security) {
    var caller = CallerPrincipal.of(security);
    if (!askedBy.equals(caller.user()) && !Rights.allows(caller.role(), Role.SUPPORT)) {
      throw ProblemException.conflict("It is " + askedBy + "'s; support staff may cancel it.");
    }
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
