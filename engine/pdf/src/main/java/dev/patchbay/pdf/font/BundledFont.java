package dev.patchbay.pdf.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A font that comes with docx4j under a free licence.
 *
 * @param family its name without that of its style
 */
public record BundledFont(String family, boolean bold, boolean italic) {
  private static final Map<String, String> FOLDERS =
      Map.of(
          "Arimo", "fonts/Arimo/static/",
          "Tinos", "fonts/Tinos/",
          "Cousine", "fonts/Cousine/",
          "Carlito", "fonts/Carlito/",
          "Caladea", "fonts/Caladea/");

  /** All families, in any order. */
  static List<String> families() {
    return List.copyOf(FOLDERS.keySet());
  }

  /** The four styles of a family. */
  public static List<BundledFont> of(String family) {
    return List.of(
        new BundledFont(family, false, false),
        new BundledFont(family, true, false),
        new BundledFont(family, false, true),
        new BundledFont(family, true, true));
  }

  /** As docx4j calls it. */
  public String name() {
    return family
        + (bold ? " Bold" : "")
        + (italic ? " Italic" : "")
        + (bold || italic ? "" : " Regular");
  }

  /** Where its file is. */
  public URI file() {
    var style = bold || italic ? (bold ? "Bold" : "") + (italic ? "Italic" : "") : "Regular";
    var resource = FOLDERS.get(family) + family + "-" + style + ".ttf";
    var file = BundledFont.class.getClassLoader().getResource(resource);
    return URI.create(Objects.requireNonNull(file, resource).toString());
  }

  /** Its file; the caller closes it. */
  public InputStream open() {
    try {
      return file().toURL().openStream();
    } catch (IOException broken) {
      throw new UncheckedIOException(family + " cannot be read", broken);
    }
  }
}
