package dev.patchbay.documents.docx.check;

import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where links of a document may lead. */
public final class LinkRules {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME =
      Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  private LinkRules() {}

  /** What is wrong with a link to this. */
  static Optional<Fault> fault(String target) {
    var scheme = SCHEME.matcher(target);
    boolean isAnchor = target.isEmpty() || target.startsWith("#");
    boolean isLet =
        isAnchor
            || (scheme.matches() && SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT)));
    return isLet
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "a link leads to " + target,
                "Links may lead to web pages, mail addresses and telephone numbers."));
  }

  /** Refuses a relation of a value to what lies elsewhere, unless it is a link of those. */
  public static void refuse(Relations.Relation relation) {
    var fault =
        relation.type().endsWith("/hyperlink")
            ? fault(relation.target())
            : Optional.of(
                new Fault(
                    "something lies elsewhere, at " + relation.target(),
                    "Insert the thing itself, not a link to it."));
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  /** Whether what is named lies outside of the document. */
  static boolean leadsOut(String target) {
    return SCHEME.matcher(target).matches() || target.startsWith("//") || target.contains("\\");
  }
}
