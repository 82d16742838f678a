package dev.patchbay.pdf.html;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import dev.patchbay.pdf.PdfConverter;
import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.WorkFolder;
import dev.patchbay.pdf.font.BundledFont;
import dev.patchbay.pdf.font.BundledFonts;
import dev.patchbay.pdf.font.UnshownCharacters;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/**
 * Makes PDF files of HTML 5 with CSS 2.1 and paged media, in this JVM. Pictures and style sheets
 * come from the folder of the file, or another, or below; scripts do nothing. Text is set in the
 * bundled fonts, and in those that the style sheets bring by {@code @font-face}. Thread-safe.
 */
public final class HtmlConverter implements PdfConverter {
  private static final String NAME = "openhtmltopdf";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;
  private static final Logger LOG = LoggerFactory.getLogger(HtmlConverter.class);

  /** Stands in for fonts that nobody has; else those of PDF would, which are not embedded. */
  private static final String LAST_RESORT = "serif";

  private static final String LAST_FAMILY = "Tinos";

  private static final Set<FSFontUseCase> OF_ITS_NAME = EnumSet.of(FSFontUseCase.DOCUMENT);
  private static final Set<FSFontUseCase> OF_ANY_NAME =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE);

  private static final Map<String, List<String>> GENERIC =
      Map.of(
          "Arimo",
          List.of("sans-serif"),
          LAST_FAMILY,
          List.of(LAST_RESORT),
          "Cousine",
          List.of("monospace"));

  private final TimeLimit limit;
  private final Optional<Path> folder;

  /** With how long a file may take. */
  public HtmlConverter(TimeLimit limit) {
    this(limit, Optional.empty());
  }

  /**
   * A converter.
   *
   * @param limit how long a file may take
   * @param folder what files name is looked for there and below; empty for their own
   */
  public HtmlConverter(TimeLimit limit, Optional<Path> folder) {
    this.limit = limit;
    this.folder = folder;
  }

  @Override
  public PdfOutcome convert(Path html, Path pdf, PdfKind kind) {
    try {
      return limit.run(() -> made(html.toRealPath(), pdf, kind));
    } catch (TimeoutException slow) {
      return limit.exceeded();
    } catch (ExecutionException failure) {
      LOG.error("An HTML file cannot be converted", failure);
      return new PdfOutcome.Failed(
          "the HTML cannot be converted. Take out what is unusual in its style, and try again.");
    }
  }

  private PdfOutcome made(Path html, Path pdf, PdfKind kind) throws IOException {
    var own = new OwnFolder(folder(html));
    // an HTML parser knows neither DTDs nor entities of a file's own
    var parsed = Jsoup.parse(html.toFile());
    try (var work = WorkFolder.create()) {
      write(new W3CDom().fromJsoup(parsed), own, work.pdf(), kind);
      var replaced = ReplacedCharacters.of(parsed.body().text(), work.pdf(), LAST_FAMILY);
      work.handOver(pdf);
      var leftOut = new ArrayList<>(own.leftOut());
      leftOut.addAll(UnshownCharacters.asText(replaced));
      return new PdfOutcome.Made(NAME, List.of(), leftOut);
    }
  }

  private Path folder(Path html) throws IOException {
    return folder.isPresent()
        ? folder.get().toRealPath()
        : Objects.requireNonNull(html.getParent());
  }

  private static void write(Document document, OwnFolder folder, Path pdf, PdfKind kind)
      throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
      var builder =
          new PdfRendererBuilder()
              .withW3cDocument(document, folder.address())
              .useExternalResourceAccessControl(
                  folder, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
              .withProducer("Patchbay")
              .toStream(out);
      addFonts(builder);
      prepare(builder, kind).run();
    }
  }

  private static PdfRendererBuilder prepare(PdfRendererBuilder builder, PdfKind kind) {
    return switch (kind) {
      case PLAIN -> builder;
      case PDF_A_2B ->
          builder
              .usePdfAConformance(PdfAConformance.PDFA_2_B)
              .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    };
  }

  private static void addFonts(PdfRendererBuilder builder) {
    BundledFonts.STAND_INS.forEach(
        (family, others) ->
            Stream.of(List.of(family), others, GENERIC.getOrDefault(family, List.of()))
                .flatMap(List::stream)
                .forEach(name -> BundledFont.of(family).forEach(font -> add(builder, font, name))));
  }

  private static void add(PdfRendererBuilder builder, BundledFont font, String name) {
    builder.useFont(
        font::open,
        name,
        font.bold() ? BOLD : NORMAL,
        font.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
        true,
        name.equals(LAST_RESORT) ? OF_ANY_NAME : OF_ITS_NAME);
  }

  /** There is nothing to end. */
  @Override
  public void close() {}
}
