package dev.patchbay.server.http;

/** Every kind of problem the API answers with; {@code docs/rest-api.md} lists them. */
public enum ProblemKind {
  INVALID(400, "invalid-request", "The request is not valid"),
  UNAUTHENTICATED(401, "unauthenticated", "A valid API key is needed"),
  UNSIGNED(401, "unsigned", "A signature that fits is needed"),
  FORBIDDEN(403, "forbidden", "The role does not allow this"),
  NOT_FOUND(404, "not-found", "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method does not fit this address"),
  NOT_ACCEPTABLE(406, "not-acceptable", "The answer has no such form"),
  CONFLICT(409, "conflict", "It cannot be done as things are"),
  STALE(412, "stale", "Somebody changed it in between"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body has no form that fits"),
  PRECONDITION_REQUIRED(428, "precondition-required", "If-Match is needed"),
  TOO_MANY_ATTEMPTS(429, "too-many-attempts", "Too many wrong keys"),
  INTERNAL(500, "internal", "The server failed"),
  UNAVAILABLE(503, "unavailable", "The server cannot do this now");

  private final int status;
  private final String type;
  private final String title;

  ProblemKind(int status, String name, String title) {
    this.status = status;
    this.type = "/problems/" + name;
    this.title = title;
  }

  /** HTTP status code. */
  public int status() {
    return status;
  }

  /** URI reference of the kind. */
  public String type() {
    return type;
  }

  /** Words that are the same for every problem of the kind. */
  public String title() {
    return title;
  }

  /** The kind that a bare status means. */
  public static ProblemKind of(int status) {
    for (var kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? INVALID : INTERNAL;
  }
}
