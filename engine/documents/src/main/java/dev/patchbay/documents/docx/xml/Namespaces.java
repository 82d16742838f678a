package dev.patchbay.documents.docx.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prefixes that a document's root declares.
 *
 * @param byPrefix the names they stand for
 * @param ignorable those that Word may pass over; what has them is left out where it is put into
 *     another document, which may not allow them
 */
public record Namespaces(Map<String, String> byPrefix, Set<String> ignorable) {
  private static final Pattern DECLARATION =
      Pattern.compile("xmlns:(\\w+)\\s*=\\s*[\"']([^\"']*)[\"']");

  public static Namespaces of(String root) {
    var byPrefix = new LinkedHashMap<String, String>();
    var declaration = DECLARATION.matcher(root);
    while (declaration.find()) {
      byPrefix.put(declaration.group(1), declaration.group(2));
    }
    var ignorable = Pieces.attribute(root, "mc:Ignorable").orElse("").strip().split("\\s+");
    return new Namespaces(byPrefix, Set.of(ignorable));
  }

  public List<Piece> cleaned(List<Piece> pieces) {
    var out = new ArrayList<Piece>();
    for (int i = 0; i < pieces.size(); i++) {
      if (!(pieces.get(i) instanceof Piece.Open(var name, var raw))) {
        out.add(pieces.get(i));
      } else if (ignorable.contains(prefix(name))) {
        i = Pieces.close(pieces, i);
      } else {
        out.add(new Piece.Open(name, withoutIgnorable(raw)));
      }
    }
    return out;
  }

  private static String prefix(String name) {
    return name.contains(":") ? name.substring(0, name.indexOf(':')) : "";
  }

  private String withoutIgnorable(String raw) {
    var kept = raw;
    for (var prefix : ignorable) {
      if (!prefix.isEmpty()) {
        kept = kept.replaceAll("\\s" + Pattern.quote(prefix) + ":\\w+=\"[^\"]*\"", "");
      }
    }
    return kept;
  }

  /** The markup of an element with the prefixes it uses. */
  public String declared(String element) {
    var out = element;
    for (var each : byPrefix.entrySet()) {
      var prefix = each.getKey();
      if (out.contains(prefix + ":") && !out.contains("xmlns:" + prefix + "=")) {
        int end = out.indexOf('>');
        var start =
            Pieces.withAttribute(out.substring(0, end + 1), "xmlns:" + prefix, each.getValue());
        out = start + out.substring(end + 1);
      }
    }
    return out;
  }
}
