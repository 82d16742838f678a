package dev.patchbay.pdf.font;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.docx4j.fonts.IdentityPlusMapper;
import org.docx4j.wml.Fonts;
import org.jspecify.annotations.Nullable;

/**
 * Which font is taken for each that a document names: itself, where it is installed or embedded. To
 * be set on one document, which fills it; one thread at a time, as docx4j keeps fonts in statics.
 */
public final class FontChoice extends IdentityPlusMapper {
  private final Set<String> missing = new TreeSet<>();

  /** Without any fonts yet. */
  public FontChoice() {
    BundledFonts.register();
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to see whether a font was found
  public void populateFontMappings(Set<String> names, @Nullable Fonts table) throws Exception {
    getFontMappings().clear(); // docx4j keeps those of earlier documents
    super.populateFontMappings(names, table);
    var known = table == null ? new Fonts() : table;
    for (var name : names) {
      if (get(name) == null) {
        missing.add(name);
        put(name, BundledFonts.standIn(name, known));
      }
    }
  }

  /** Fonts of the document for which others stand in, sorted. */
  public List<String> missing() {
    return List.copyOf(missing);
  }
}
