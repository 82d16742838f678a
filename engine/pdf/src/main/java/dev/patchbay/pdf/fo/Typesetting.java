package dev.patchbay.pdf.fo;

import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.font.FontChoice;
import java.io.BufferedOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docx4j.Docx4J;
import org.docx4j.convert.out.FOSettings;
import org.docx4j.convert.out.fo.renderers.FORendererApacheFOP;
import org.docx4j.convert.out.fopconf.Fonts;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.PartName;

/** One document on its way through docx4j and Apache FOP. */
final class Typesetting {
  private static final String NAME = "docx4j";

  private final WordprocessingMLPackage document;
  private final Path pictures;
  private final FontChoice choice = new FontChoice();

  /**
   * Prepares it.
   *
   * @param pictures an empty folder for the pictures of the document
   */
  Typesetting(WordprocessingMLPackage document, Path pictures) {
    this.document = document;
    this.pictures = pictures;
  }

  /** Writes the PDF; docx4j says what goes wrong by exceptions of any kind. */
  PdfOutcome.Made write(Path pdf) throws Exception {
    document.setFontMapper(choice);
    var settings = new FOSettings(document);
    settings.setImageDirPath(pictures.toString());
    var fonts = settings.getFopConfig().getRenderers().getRenderer().getFonts();
    fonts.getFont().addAll(DefaultFonts.all());

    var fence = new FencedResources(pictures, files(fonts));
    var factory = FORendererApacheFOP.getFopFactoryBuilder(settings, fence).build();
    var missed = new MissedCharacters();
    FORendererApacheFOP.getFOUserAgent(settings, factory)
        .getEventBroadcaster()
        .addEventListener(missed);
    try (var out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
      Docx4J.toFO(settings, out, Docx4J.FLAG_EXPORT_PREFER_XSL);
    }
    var leftOut = new ArrayList<>(fence.leftOut());
    leftOut.addAll(drawings());
    leftOut.addAll(missed.asText());
    return new PdfOutcome.Made(NAME, choice.missing(), leftOut);
  }

  /** What docx4j drops without a word. */
  private List<String> drawings() {
    var parts = document.getParts().getParts().keySet().stream().map(PartName::getName).toList();
    return Stream.of("charts", "diagrams")
        .filter(kind -> parts.stream().anyMatch(part -> part.startsWith("/word/" + kind + "/")))
        .toList();
  }

  private static Set<URI> files(Fonts fonts) {
    return fonts.getFont().stream()
        .map(each -> URI.create(each.getEmbedUrl()))
        .collect(Collectors.toSet());
  }
}
