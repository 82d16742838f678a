package dev.patchbay.documents.html;

/** Which files an HTML template may name. */
public enum Reach {
  /** None: pictures and fonts are inside, as {@code data:}. */
  ITSELF,
  /** Those of its folder and below. */
  FOLDER
}
