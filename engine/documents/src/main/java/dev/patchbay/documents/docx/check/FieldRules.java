package dev.patchbay.documents.docx.check;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What fields may do, by their instructions: in a template, and in what is made of it. */
public final class FieldRules {
  private static final Pattern NAME = Pattern.compile("^[^A-Za-z]*+([A-Za-z]++)");

  /** Quotes may be meant in a quoted word behind a backslash, or end it: readers differ. */
  private static final List<Pattern> WORDS =
      List.of(words("[^\"]*+"), words("(?:[^\"\\\\]|\\\\.)*+"));

  /** Switches whose argument is no address: a place in the document, a tip, a window, a format. */
  private static final Set<String> WITH_ARGUMENT = Set.of("\\l", "\\o", "\\t", "\\*", "\\#", "\\@");

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
  public static Optional<Fault> reaching(String instruction) {
    var name = name(instruction);
    return REACHING.contains(name)
        ? Optional.of(
            new Fault(
                "the field " + name + " reaches out of the document",
                "Take it out of the template."))
        : Optional.empty();
  }

  /** What is wrong with where a field leads that is a link; each of its words may be the target. */
  public static Optional<Fault> link(String instruction) {
    var name = NAME.matcher(instruction);
    if (!name.find() || !name.group(1).equalsIgnoreCase("HYPERLINK")) {
      return Optional.empty();
    }
    var behind = instruction.substring(name.end());
    return WORDS.stream()
        .flatMap(words -> targets(words.matcher(behind)).stream())
        .flatMap(target -> LinkRules.fault(target).stream())
        .findFirst();
  }

  private static Pattern words(String quoted) {
    return Pattern.compile(
        "\"(?<quoted>"
            + quoted
            + ")\"?|(?<switch>\\\\[^\\\\\\s\"])(?=[\\s\"]|\\z)|(?<bare>[^\\s\"]++)",
        Pattern.DOTALL);
  }

  private static List<String> targets(Matcher words) {
    var targets = new ArrayList<String>();
    boolean isArgument = false;
    while (words.find()) {
      var option = words.group("switch");
      if (option == null && !isArgument) {
        targets.add(words.group("quoted") == null ? words.group("bare") : words.group("quoted"));
      }
      isArgument = option != null && WITH_ARGUMENT.contains(option);
    }
    return targets;
  }

  private static String name(String instruction) {
    var name = NAME.matcher(instruction);
    return name.find() ? name.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
