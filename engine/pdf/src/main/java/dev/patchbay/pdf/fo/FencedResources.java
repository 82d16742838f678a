package dev.patchbay.pdf.fo;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/**
 * All that Apache FOP gets to read: the fonts that were chosen, and the document's own pictures if
 * they are made of pixels. A drawing could refer to files and hosts in turn.
 */
final class FencedResources implements ResourceResolver {
  /** First bytes of PNG, JPEG, GIF, BMP and both orders of TIFF. */
  private static final List<String> PIXELS =
      List.of("89504e47", "ffd8ff", "47494638", "424d", "49492a00", "4d4d002a");

  private static final String PICTURES =
      "pictures that are not in the document, or are no PNG, JPEG, GIF, BMP or TIFF";
  private static final int LONGEST_MARK = 4;
  private static final int PADDING = 16;

  private final Path pictures;
  private final Set<URI> fonts;
  private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

  FencedResources(Path pictures, Set<URI> fonts) {
    this.pictures = pictures;
    this.fonts = Set.copyOf(fonts);
  }

  @Override
  public Resource getResource(URI uri) throws IOException {
    if (fonts.contains(uri)) {
      return new Resource(new SequenceInputStream(uri.toURL().openStream(), padding()));
    }
    if (isPicture(uri)) {
      return picture(Path.of(uri));
    }
    throw refused();
  }

  /**
   * FOP reads the head of a glyph before it asks whether there is one; an empty last glyph, such as
   * Carlito's, lies at the end of the file.
   */
  private static InputStream padding() {
    return new ByteArrayInputStream(new byte[PADDING]);
  }

  private boolean isPicture(URI uri) {
    return "file".equals(uri.getScheme())
        && uri.getHost() == null
        && Path.of(uri).normalize().startsWith(pictures);
  }

  private Resource picture(Path file) throws IOException {
    var content = new BufferedInputStream(Files.newInputStream(file));
    content.mark(LONGEST_MARK);
    var mark = HexFormat.of().formatHex(content.readNBytes(LONGEST_MARK));
    content.reset();
    if (PIXELS.stream().noneMatch(mark::startsWith)) {
      content.close();
      throw refused();
    }
    return new Resource(content);
  }

  private IOException refused() {
    leftOut.add(PICTURES);
    return new IOException("left out");
  }

  /** What was asked for in vain, for a person to read. */
  Set<String> leftOut() {
    return Set.copyOf(leftOut);
  }

  @Override
  public OutputStream getOutputStream(URI uri) throws IOException {
    throw new IOException("nothing is written but the PDF");
  }
}
