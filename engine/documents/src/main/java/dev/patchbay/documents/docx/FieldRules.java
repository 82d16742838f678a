package dev.patchbay.documents.docx;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What fields may do, by their instructions: in a template, and in what is made of it. */
final class FieldRules {
  private static final Pattern FIELD =
      Pattern.compile("^[^A-Za-z]*([A-Za-z]+)(?:\\s+\"?([^\"\\s]*))?.*", Pattern.DOTALL);

  /** Fields that read other files, call programs or run macros. */
  private static final Set<String> REACHING =
      Set.of(
          "DATABASE",
          "DDE",
          "DDEAUTO",
          "IMPORT",
          "INCLUDE",
          "INCLUDEPICTURE",
          "INCLUDETEXT",
          "LINK",
          "MACROBUTTON",
          "RD");

  private FieldRules() {}

  /** What is wrong with a field of such a name. */
  static Optional<Fault> reaching(String instruction) {
    var name = name(instruction);
    return REACHING.contains(name)
        ? Optional.of(
            new Fault(
                "the field " + name + " reaches out of the document",
                "Take it out of the template."))
        : Optional.empty();
  }

  /** What is wrong with where a field leads that is a link. */
  static Optional<Fault> link(String instruction) {
    var words = FIELD.matcher(instruction);
    return name(instruction).equals("HYPERLINK") && words.matches() && words.group(2) != null
        ? target(words.group(2))
        : Optional.empty();
  }

  private static String name(String instruction) {
    var words = FIELD.matcher(instruction);
    return words.matches() ? words.group(1).toUpperCase(Locale.ROOT) : "";
  }

  /** Switches such as {@code \l} lead to places in the document. */
  private static Optional<Fault> target(String target) {
    return target.startsWith("\\l") || target.startsWith("\\o")
        ? Optional.empty()
        : LinkRules.fault(target);
  }
}
