package dev.patchbay.documents.jinja.value;

/** A value that brings its markup. */
@FunctionalInterface
public interface Rendered {
  /** XML that stands where the value's tag stood. */
  String markup();
}
