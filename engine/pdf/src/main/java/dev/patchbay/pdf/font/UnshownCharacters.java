package dev.patchbay.pdf.font;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Characters for which no font has a glyph, as people are told. */
public final class UnshownCharacters {
  private static final int MOST_SHOWN = 20;

  private UnshownCharacters() {}

  /** For a person to read; empty where all could be shown. */
  public static List<String> asText(Collection<String> characters) {
    if (characters.isEmpty()) {
      return List.of();
    }
    var shown = new TreeSet<>(characters).stream().limit(MOST_SHOWN).toList();
    return List.of("characters that no font here has: " + String.join(" ", shown));
  }
}
