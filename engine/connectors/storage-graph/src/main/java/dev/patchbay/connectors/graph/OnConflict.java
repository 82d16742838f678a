package dev.patchbay.connectors.graph;

/** What Graph does where another file stands. */
enum OnConflict {
  FAIL("fail"),
  REPLACE("replace");

  private final String word;

  OnConflict(String word) {
    this.word = word;
  }

  /** As Graph writes it. */
  String word() {
    return word;
  }
}
