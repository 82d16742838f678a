package dev.patchbay.model;

/**
 * One field of the request that is at fault.
 *
 * @param field JSON Pointer (RFC 6901) into the body, or the name of the query parameter or header
 * @param message what is wrong with it and what to write instead
 */
public record FieldError(String field, String message) {
  /** The JSON Pointer of a field whose name came from outside, below another. */
  public static String below(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
