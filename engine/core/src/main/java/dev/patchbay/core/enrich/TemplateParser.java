package dev.patchbay.core.enrich;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.enrich.PathTemplate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one path template. */
final class TemplateParser {
  private static final int LONGEST = 1_000;
  private static final String EXAMPLE = "; write for example /users/{/data/requester/id}";

  /** What a URL's path and query may hold as it stands (RFC 3986, 3.3 and 3.4). */
  private static final Pattern PLAIN =
      Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*");

  private static final Pattern DOTS = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");

  private final String text;
  private final List<Part> parts = new ArrayList<>();

  /** The template with a letter for each value. */
  private final StringBuilder outline = new StringBuilder();

  TemplateParser(String text) {
    this.text = text;
  }

  PathTemplate parse() {
    require(text.length() <= LONGEST, "has more than 1,000 characters");
    int at = 0;
    while (at < text.length()) {
      at = text.charAt(at) == '{' ? place(at) : literal(at);
    }
    checkOutline();
    return new PathTemplate(parts);
  }

  private int place(int open) {
    int close = text.indexOf('}', open);
    require(close > 0, "has a { without its }" + EXAMPLE);
    parts.add(new Part.Place(pointer(text.substring(open + 1, close))));
    outline.append('x');
    return close + 1;
  }

  private static JsonPointer pointer(String written) {
    require(
        written.startsWith("/") && written.length() > 1,
        "names its values by JSON Pointers in braces" + EXAMPLE);
    try {
      return JsonPointer.compile(written);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("holds {" + written + "}, which is no JSON Pointer", e);
    }
  }

  private int literal(int start) {
    int end = text.indexOf('{', start);
    int to = end < 0 ? text.length() : end;
    var literal = text.substring(start, to);
    require(
        PLAIN.matcher(literal).matches(),
        "holds a character that no path has; percent-encode what is no letter or digit");
    parts.add(new Part.Literal(literal));
    outline.append(literal);
    return to;
  }

  private void checkOutline() {
    int query = outline.indexOf("?");
    var path = query < 0 ? outline.toString() : outline.substring(0, query);
    require(
        path.startsWith("/"),
        "must start with a slash: it goes on after the address of the service" + EXAMPLE);
    require(!path.contains("//"), "holds //, an empty segment; leave one slash out");
    require(!DOTS.matcher(path).find(), "holds a segment of dots; write the path they lead to");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
