package dev.patchbay.connectors.drive;

import com.google.api.client.http.HttpResponseException;
import dev.patchbay.google.Failure;
import dev.patchbay.google.GoogleProblem;
import dev.patchbay.google.Refusals;
import dev.patchbay.spi.Cause;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What Drive's refusals mean: the only place that knows its reasons. Its own words are not
 * repeated. See <a
 * href="https://developers.google.com/workspace/drive/api/guides/handle-errors">errors</a>.
 *
 * @param clock by which quotas of calls are refilled
 */
record DriveErrors(InstantSource clock) implements Refusals {
  /** What a refusal says of an id that a file has already. */
  static final String ID_IN_USE = "id-in-use";

  private static final Set<String> FULL =
      Set.of(
          "storageQuotaExceeded",
          "teamDriveFileLimitExceeded",
          "activeItemCreationLimitExceeded",
          "numChildrenInNonRootLimitExceeded",
          "myDriveHierarchyDepthLimitExceeded",
          "teamDriveHierarchyTooDeep");
  private static final Set<String> NO_SCOPE =
      Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  private static final Set<String> DISABLED = Set.of("accessNotConfigured", "SERVICE_DISABLED");

  @Override
  public Failure read(HttpResponseException answer, String account) {
    int status = answer.getStatusCode();
    return switch (status) {
      case 401 ->
          new Failure.Credential(
              new Cause(
                  "credential-refused",
                  "Google does not accept the credential any more. Enter a new one."));
      case 403 -> forbidden(new GoogleProblem(answer), account);
      case 404, 410 ->
          new Failure.NotFound(
              new Cause(
                  "no-directory",
                  "Google does not find the folder for "
                      + account
                      + ". Share it with this address, or name another."));
      case 409 -> refused(ID_IN_USE, "A file has this id already.");
      case 413 -> refused("too-large", "Google takes no file so large.");
      case 429 -> throttled(new GoogleProblem(answer));
      case 301, 302, 303, 307 ->
          new Failure.Target(
              new Cause("redirected", "Google sends the hub elsewhere. Enter that address."));
      default ->
          status >= 500 || status == 408 || status < 400
              ? new Failure.Lost(new Cause("google-" + status, "Google answered " + status + "."))
              : refused("refused", "Google refuses the file with " + status + ".");
    };
  }

  private Failure forbidden(GoogleProblem problem, String account) {
    if (problem.isRate()) {
      return throttled(problem);
    }
    var reasons = Set.copyOf(problem.reasons());
    if (reasons.stream().anyMatch(FULL::contains)) {
      return new Failure.Target(
          new Cause(
              "full",
              "The drive has no room left, or the folder takes no more files. Google gives service"
                  + " accounts no room outside of shared drives."));
    }
    if (reasons.stream().anyMatch(DISABLED::contains)) {
      return new Failure.Credential(
          new Cause("api-disabled", "Switch on the Google Drive API in the project."));
    }
    if (reasons.stream().anyMatch(NO_SCOPE::contains)) {
      return new Failure.Credential(
          new Cause("scope-missing", "Grant the scope " + DriveSettings.SCOPE + "."));
    }
    return new Failure.Target(
        new Cause(
            "access-denied",
            "Google lets "
                + account
                + " not do this there. Make it a content manager of the shared drive, or an editor"
                + " of the folder."));
  }

  private Failure throttled(GoogleProblem problem) {
    return new Failure.Throttled(
        new Cause("slow-down", "Google's quota of calls is used up for now."),
        problem.pause(clock));
  }

  private static Failure refused(String code, String message) {
    return new Failure.Refused(new Cause(code, message), OptionalInt.empty());
  }
}
