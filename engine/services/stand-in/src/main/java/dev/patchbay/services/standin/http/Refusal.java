package dev.patchbay.services.standin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ends a call with an error. Nothing was changed. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  public Refusal(Answer answer) {
    super(Integer.toString(answer.status()), null, false, false);
    this.answer = answer;
  }

  /** One field is at fault. */
  public static Refusal field(String field, String message) {
    return new Refusal(Answer.problem(400, fieldProblem(400, field, message)));
  }

  public static Refusal notFound(String detail) {
    return of(404, "not-found", "There is no such thing", detail);
  }

  /**
   * A problem of RFC 9457.
   *
   * @param kind last part of its type
   */
  public static Refusal of(int status, String kind, String title, String detail) {
    return new Refusal(Answer.problem(status, problem(status, kind, title, detail)));
  }

  public Refusal with(String header, String value) {
    return new Refusal(answer.with(header, value));
  }

  /** What is answered. */
  public Answer answer() {
    return answer;
  }

  /** The body of a problem with a field at fault. */
  public static ObjectNode fieldProblem(int status, String field, String message) {
    var body =
        problem(status, "invalid-field", "A field is not as it must be", field + ": " + message);
    body.putArray("errors").addObject().put("field", field).put("message", message);
    return body;
  }

  /** The body of a problem. */
  public static ObjectNode problem(int status, String kind, String title, String detail) {
    return Json.object()
        .put("type", "/problems/" + kind)
        .put("title", title)
        .put("status", status)
        .put("detail", detail);
  }
}
