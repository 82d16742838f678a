package dev.patchbay.sandbox.drive;

import dev.patchbay.sandbox.http.Body;

/** Content that comes with a file: its type and its bytes. */
record Media(String contentType, Body body, boolean present) {

  static final Media NONE = new Media("", Body.EMPTY, false);

  static Media of(String contentType, Body body) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return new Media(type.trim(), body, true);
  }

  /** Whether Drive can make a spreadsheet of it. */
  boolean isTable() {
    return present
        && (contentType.equals("text/csv") || contentType.equals("text/tab-separated-values"));
  }

  char delimiter() {
    return contentType.equals("text/tab-separated-values") ? '\t' : ',';
  }
}
