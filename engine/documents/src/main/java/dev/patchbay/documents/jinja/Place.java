package dev.patchbay.documents.jinja;

/**
 * Where a tag stands.
 *
 * @param where for a person: "paragraph 3 of the document"
 * @param typed the tag as typed
 */
public record Place(String where, String typed) {
  /** Where nothing is known. */
  public static final Place NOWHERE = new Place("", "");
}
