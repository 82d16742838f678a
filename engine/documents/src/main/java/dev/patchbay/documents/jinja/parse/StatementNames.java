package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.Map;
import java.util.Set;

/** Words that statements do not begin with, and what is said about them. */
final class StatementNames {
  private static final Map<String, String> PREFIXES =
      Map.of("p", "a paragraph", "tr", "a row of a table", "tc", "a cell of a table", "r", "text");
  private static final Set<String> FILES = Set.of("include", "import", "from", "extends");

  private StatementNames() {}

  static Fault unexpected(String word) {
    return new Fault(
        "“" + word + "” belongs to no open tag",
        "Add the tag that it belongs to before it, or take it out.");
  }

  static Fault unknown(String word) {
    if (PREFIXES.containsKey(word)) {
      return new Fault(
          "“" + word + "” works inside " + PREFIXES.get(word) + " only",
          "Move the tag there, or leave “" + word + "” out.");
    }
    if (FILES.contains(word)) {
      return new Fault(
          "“" + word + "” reads another file, which templates may not do",
          "Put the text into this template, or hand it in as a sub-document.");
    }
    return new Fault(
        word.isEmpty() ? "the tag is empty" : "there is no tag “" + word + "”",
        "Check the spelling: if, for, set, macro, call, filter, with, raw; values stand in {{ }}.");
  }
}
