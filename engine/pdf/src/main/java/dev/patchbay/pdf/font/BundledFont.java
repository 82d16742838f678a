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

  /** All styles of all families, in any order. */
  public static List<BundledFont> all() {
    return FOLDERS.keySet().stream().flatMap(family -> of(family).stream()).toList();
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
    return family + " " + style(" ");
  }

  /** Where its file is. */
  public URI file() {
    var resource = FOLDERS.get(family) + family + "-" + style("") + ".ttf";
    var file = BundledFont.class.getClassLoader().getResource(resource);
    return URI.create(Objects.requireNonNull(file, resource).toString());
  }

  private String style(String between) {
    if (bold && italic) {
      return "Bold" + between + "Italic";
    }
    if (bold) {
      return "Bold";
    }
    return italic ? "Italic" : "Regular";
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
