package dev.patchbay.documents.jinja.tree;

/**
 * Where a tag stands.
 *
 * @param where for a person: "paragraph 3 of the document"
 * @param typed the tag as typed
 * @param offset how much text of its part stands before it, in characters
 */
public record Place(String where, String typed, int offset) {
  /** Where nothing is known. */
  public static final Place NOWHERE = new Place("", "");

  /** A part as a whole. */
  public Place(String where, String typed) {
    this(where, typed, 0);
  }
}
