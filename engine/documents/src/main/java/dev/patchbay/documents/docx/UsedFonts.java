package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fonts that a document asks for: those of its runs, of the styles that it uses and of its theme,
 * without those that it brings along. For one document.
 */
final class UsedFonts {
  private static final Set<String> OF_STYLES = Set.of("w:pStyle", "w:rStyle", "w:tblStyle");
  private static final Set<String> EMBEDDED =
      Set.of("w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic");

  /** Names in Word are shorter, and documents have fewer. */
  private static final int LONGEST = 100;

  private static final int MOST = 200;

  private final Archive archive;
  private final String main;
  private final Set<String> fonts = new TreeSet<>();

  /** By the elements of the theme that name them; those that were asked for. */
  private final Map<String, String> themeFonts = new HashMap<>();

  private UsedFonts(Archive archive) {
    this.archive = archive;
    this.main = DocumentParts.main(archive);
  }

  /** Their names, sorted. */
  static List<String> of(Archive archive) {
    var used = new UsedFonts(archive);
    var styles = new HashSet<String>();
    for (var part : DocumentParts.rendered(archive)) {
      used.take(used.pieces(part.name()), styles);
    }
    used.takeStyles(styles);
    used.fonts.removeAll(used.embedded());
    return List.copyOf(used.fonts);
  }

  private List<Piece> pieces(String part) {
    return archive.read(part).map(XmlBytes::checked).map(Pieces::of).orElse(List.of());
  }

  private void take(Collection<Piece> pieces, Set<String> styles) {
    for (var piece : pieces) {
      if (piece instanceof Piece.Open(var name, var raw)) {
        if (name.equals("w:rFonts")) {
          takeFonts(raw);
        } else if (OF_STYLES.contains(name)) {
          Pieces.attribute(raw, "w:val").ifPresent(styles::add);
        }
      }
    }
  }

  private void takeFonts(String raw) {
    for (var script : List.of("ascii", "hAnsi")) {
      var theme = Pieces.attribute(raw, "w:" + script + "Theme");
      theme
          .map(this::ofTheme)
          .or(() -> Pieces.attribute(raw, "w:" + script))
          .filter(font -> !font.isBlank() && font.length() <= LONGEST && fonts.size() < MOST)
          .ifPresent(fonts::add);
    }
  }

  /** By names such as minorHAnsi and majorHAnsi; blank if the theme names none. */
  private String ofTheme(String name) {
    return themeFonts.computeIfAbsent(
        name.startsWith("major") ? "a:majorFont" : "a:minorFont", kind -> latin(kind).orElse(""));
  }

  private Optional<String> latin(String kind) {
    var theme = pieces(DocumentParts.beside(main, "theme/theme1.xml"));
    for (int i = 0; i < theme.size(); i++) {
      if (Pieces.isStart(theme.get(i), kind)) {
        return Pieces.child(theme, i, "a:latin")
            .flatMap(latin -> Pieces.attribute(theme.get(latin.open()).raw(), "typeface"));
      }
    }
    return Optional.empty();
  }

  /** The usual look, and those of the styles that are used, with all that they build on. */
  private void takeStyles(Set<String> used) {
    var all = pieces(DocumentParts.beside(main, "styles.xml"));
    Map<String, List<Piece>> byId = new LinkedHashMap<>();
    var open = new HashSet<>(used);
    for (int i = 0; i < all.size(); i++) {
      if (Pieces.isStart(all.get(i), "w:docDefaults")) {
        take(all.subList(i, Pieces.close(all, i)), open);
      } else if (Pieces.isStart(all.get(i), "w:style")) {
        var raw = all.get(i).raw();
        var id = Pieces.attribute(raw, "w:styleId").orElse("");
        byId.put(id, all.subList(i, Pieces.close(all, i) + 1));
        Pieces.attribute(raw, "w:default").filter("1"::equals).ifPresent(_ -> open.add(id));
      }
    }
    while (!open.isEmpty()) {
      var id = open.iterator().next();
      open.remove(id);
      var style = byId.remove(id);
      if (style != null) {
        take(style, open);
        basedOn(style).forEach(open::add);
      }
    }
  }

  private static Stream<String> basedOn(List<Piece> style) {
    return Stream.of("w:basedOn", "w:link")
        .flatMap(name -> Pieces.child(style, 0, name).stream())
        .flatMap(span -> Pieces.attribute(style.get(span.open()).raw(), "w:val").stream());
  }

  private Set<String> embedded() {
    var table = pieces(DocumentParts.beside(main, "fontTable.xml"));
    var embedded = new HashSet<String>();
    var font = "";
    for (var piece : table) {
      if (piece instanceof Piece.Open(var name, var raw)) {
        font = name.equals("w:font") ? Pieces.attribute(raw, "w:name").orElse("") : font;
        if (EMBEDDED.contains(name)) {
          embedded.add(font);
        }
      }
    }
    return embedded;
  }
}
