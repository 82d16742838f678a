package dev.patchbay.services.standin.http;

/**
 * A call on its way through an operation.
 *
 * @param id what the path names, empty if it names nothing
 * @param caller client id, empty where no token is needed
 */
public record Exchange(Call call, String id, String caller) {
  public Query query() {
    return Query.parse(call.query());
  }
}
