package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A refusal in Google's words, thrown where it is found and rendered once at the edge.
 *
 * <p>Shapes: google.rpc.Status for Sheets, the older {@code errors[]} list for Drive.
 */
public final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  static final String TYPES = "type.googleapis.com/google.rpc.";

  private final int code;
  private final String status;
  private final transient List<ObjectNode> details;

  public ApiError(int code, String status, String message, List<ObjectNode> details) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.details = List.copyOf(details);
  }

  public static ApiError invalid(String message) {
    return new ApiError(400, "INVALID_ARGUMENT", message, List.of());
  }

  /** 400 with a BadRequest detail that names the field, as the JSON reader of Google gives it. */
  public static ApiError violation(String field, String description) {
    return new ApiError(
        400, "INVALID_ARGUMENT", description, List.of(badRequest(field, description)));
  }

  /** 400 for a {@code fields} parameter that names nothing. */
  public static ApiError badMask(String path) {
    String description =
        "Error expanding 'fields' parameter. Cannot find matching fields for path '" + path + "'.";
    return new ApiError(
        400,
        "INVALID_ARGUMENT",
        "Request contains an invalid argument.",
        List.of(badRequest(path, description)));
  }

  public static ApiError precondition(String message) {
    return new ApiError(400, "FAILED_PRECONDITION", message, List.of());
  }

  public static ApiError missingCredential() {
    return unauthenticated(
        "Request is missing required authentication credential. Expected OAuth 2");
  }

  public static ApiError badCredential() {
    return unauthenticated("Request had invalid authentication credentials. Expected OAuth 2");
  }

  private static ApiError unauthenticated(String opening) {
    return new ApiError(
        401,
        "UNAUTHENTICATED",
        opening
            + " access token, login cookie or other valid authentication credential. See"
            + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
        List.of());
  }

  public static ApiError forbidden() {
    return new ApiError(403, "PERMISSION_DENIED", "The caller does not have permission", List.of());
  }

  public static ApiError scope(String service, String method) {
    ObjectNode info = info("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    info.putObject("metadata").put("service", service).put("method", method);
    return new ApiError(
        403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.", List.of(info));
  }

  public static ApiError notFound() {
    return notFound("Requested entity was not found.");
  }

  public static ApiError notFound(String message) {
    return new ApiError(404, "NOT_FOUND", message, List.of());
  }

  /** A refusal of Drive with a reason of its own and the parameter it is about. */
  public static ApiError drive(int code, String reason, String message, String parameter) {
    ObjectNode item =
        Json.object().put("domain", "global").put("reason", reason).put("message", message);
    if (!parameter.isEmpty()) {
      item.put("locationType", "parameter").put("location", parameter);
    }
    return new ApiError(code, "", message, List.of(item));
  }

  public static ApiError fileNotFound(String id) {
    return drive(404, "notFound", "File not found: " + id + ".", "fileId");
  }

  public static ApiError internal() {
    return new ApiError(500, "INTERNAL", "Internal error encountered.", List.of());
  }

  public static ApiError unavailable() {
    return new ApiError(503, "UNAVAILABLE", "The service is currently unavailable.", List.of());
  }

  public static ApiError notImplemented() {
    return new ApiError(
        501, "UNIMPLEMENTED", "Operation is not implemented, or supported, or enabled.", List.of());
  }

  public int code() {
    return code;
  }

  public String status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /**
   * The same refusal, said about one request of a batch: {@code Invalid requests[0].addSheet: …}.
   */
  public ApiError about(String subject) {
    return details.isEmpty() && code == 400
        ? new ApiError(code, status, "Invalid " + subject + ": " + text(), details)
        : this;
  }

  /** The body in the shape of Sheets v4. */
  public ObjectNode toStatusJson() {
    ObjectNode error = Json.object();
    ObjectNode inner = error.putObject("error").put("code", code).put("message", text());
    inner.put("status", status);
    if (!details.isEmpty()) {
      details.forEach(inner.withArray("details")::add);
    }
    return error;
  }

  /** The body in the older shape that Drive v3 keeps. */
  public ObjectNode toDriveJson() {
    ObjectNode error = Json.object();
    ObjectNode inner = error.putObject("error");
    inner.putArray("errors").add(driveItem());
    inner.put("code", code).put("message", text());
    if (code == 401 || (code == 403 && !hasOwnItem())) {
      inner.put("status", status);
    }
    return error;
  }

  private boolean hasOwnItem() {
    return !details.isEmpty()
        && details.getFirst().has("reason")
        && !details.getFirst().has("@type");
  }

  private ObjectNode driveItem() {
    if (hasOwnItem()) {
      return details.getFirst();
    }
    ObjectNode item = Json.object().put("message", text()).put("domain", "global");
    return switch (code) {
      case 401 ->
          item.put("message", "Invalid Credentials")
              .put("reason", "authError")
              .put("location", "Authorization")
              .put("locationType", "header");
      case 403 ->
          details.isEmpty()
              ? item.put("reason", "forbidden")
              : item.put("message", "Insufficient Permission")
                  .put("reason", "insufficientPermissions");
      case 404 -> item.put("reason", "notFound");
      case 429 -> item.put("reason", "rateLimitExceeded");
      case 500 -> item.put("reason", "internalError");
      case 503 -> item.put("reason", "backendError");
      default -> item.put("reason", "invalid");
    };
  }

  private static ObjectNode badRequest(String field, String description) {
    ObjectNode detail = Json.object().put("@type", TYPES + "BadRequest");
    detail
        .putArray("fieldViolations")
        .addObject()
        .put("field", field)
        .put("description", description);
    return detail;
  }

  static ObjectNode info(String reason) {
    return Json.object()
        .put("@type", TYPES + "ErrorInfo")
        .put("reason", reason)
        .put("domain", "googleapis.com");
  }
}
