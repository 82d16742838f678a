package dev.patchbay.documents.jinja.value;

/** Python's {@code None}. */
public enum None {
  NONE
}
