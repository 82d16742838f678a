package dev.patchbay.signatures.stamp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.page.Edge;
import dev.patchbay.signatures.page.Place;
import dev.patchbay.signatures.page.Typeface;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A JSON file with a list of stamps. The pictures that it names stand beside it or below, where
 * they are not in it; nothing else is read.
 */
public final class StampFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern COLOR = Pattern.compile("#([0-9A-Fa-f]{6})");
  private static final long LARGEST_PICTURE = 20 << 20;
  private static final int LARGEST_PAGE = 5000;
  private static final int LARGEST_FONT = 500;
  private static final int FULL_TURN = 360;
  private static final double MARGIN = 10;
  private static final double USUAL_QR_WIDTH = 25;
  private static final int HEXADECIMAL = 16;

  private final Path folder;

  private StampFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads one.
   *
   * @throws PdfRefusal if something in it is not understood; the message names the field
   */
  public static List<Stamp> read(Path file) throws PdfRefusal, IOException {
    var folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    return new StampFile(folder).stamps(tree(file));
  }

  private static JsonNode tree(Path file) throws PdfRefusal, IOException {
    if (!Files.isRegularFile(file)) {
      throw new PdfRefusal(file + " is not there, or is no file");
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw new PdfRefusal(
          at == null
              ? file + " is nested too deep, or holds too long a number or text"
              : "%s is no JSON: see line %d, column %d"
                  .formatted(file, at.getLineNr(), at.getColumnNr()),
          broken);
    }
  }

  private List<Stamp> stamps(JsonNode list) throws PdfRefusal, IOException {
    if (!list.isArray() || list.isEmpty()) {
      throw new PdfRefusal("the stamps must be a list with one stamp at least: write [ { … } ]");
    }
    var stamps = new ArrayList<Stamp>();
    for (var each : list) {
      var name = "stamps[" + stamps.size() + "]";
      var fields = new Fields(name, each);
      stamps.add(stamp(name, fields));
      fields.refuseOthers();
    }
    return stamps;
  }

  private Stamp stamp(String name, Fields fields) throws PdfRefusal, IOException {
    var kind = fields.text("$type");
    var content = content(kind, fields);
    var usual = Usual.of(content);
    var pages = fields.optionalText("pages").orElse("all");
    return new Stamp(
        name,
        content,
        Pages.of(pages)
            .orElseThrow(
                () -> new PdfRefusal(fields.path("pages") + " must be one of " + Pages.forms())),
        place(fields, usual),
        fields.number("angle", -FULL_TURN, FULL_TURN).orElse(usual.angle()),
        fields.number("opacity", 0, 1).orElse(usual.opacity()));
  }

  private static Place place(Fields fields, Usual usual) throws PdfRefusal {
    var at = fields.optionalText("at").map(Edge::named).orElse(Optional.of(usual.at()));
    var edge =
        at.orElseThrow(() -> new PdfRefusal(fields.path("at") + " must be one of " + Edge.names()));
    return new Place(
        edge,
        fields.number("x", -LARGEST_PAGE, LARGEST_PAGE).orElse(edge.isMiddleAcross() ? 0 : MARGIN),
        fields
            .number("y", -LARGEST_PAGE, LARGEST_PAGE)
            .orElse(edge.isMiddleUpwards() ? 0 : MARGIN));
  }

  private Content content(String kind, Fields fields) throws PdfRefusal, IOException {
    return switch (kind) {
      case "Text" -> new Content.Text(fields.text("text"), style(fields, Color.BLACK));
      case "PageNumbers" ->
          new Content.PageNumbers(
              fields.optionalText("text").orElse("{page} / {pages}"), style(fields, Color.BLACK));
      case "Watermark" -> new Content.Watermark(fields.text("text"), style(fields, Color.GRAY));
      case "Image" ->
          picture(
              fields,
              fields.number("width", 1, LARGEST_PAGE),
              fields.number("height", 1, LARGEST_PAGE));
      case "QrCode" ->
          new Content.QrCode(
              fields.text("link"), fields.number("width", 1, LARGEST_PAGE).orElse(USUAL_QR_WIDTH));
      default ->
          throw new PdfRefusal(
              fields.path("$type") + " must be Text, PageNumbers, Watermark, Image or QrCode");
    };
  }

  private static TextStyle style(Fields fields, Color usual) throws PdfRefusal {
    var size = fields.number("size", 1, LARGEST_FONT);
    var typeface = fields.flag("bold") ? Typeface.BOLD : Typeface.REGULAR;
    var text = fields.optionalText("color");
    if (text.isEmpty()) {
      return new TextStyle(typeface, size, usual);
    }
    var match = COLOR.matcher(text.get());
    if (!match.matches()) {
      throw new PdfRefusal(fields.path("color") + " must be as #C00000");
    }
    return new TextStyle(typeface, size, new Color(Integer.parseInt(match.group(1), HEXADECIMAL)));
  }

  private Content picture(Fields fields, OptionalDouble width, OptionalDouble height)
      throws PdfRefusal, IOException {
    var content = fields.optionalText("content");
    if (content.isEmpty()) {
      return new Content.Image(file(fields), fields.path("path"), width, height);
    }
    var name = fields.path("content");
    return new Content.Image(decoded(content.get(), name), name, width, height);
  }

  private static byte[] decoded(String content, String name) throws PdfRefusal {
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException malformed) {
      throw new PdfRefusal(name + " must be the picture in Base64", malformed);
    }
  }

  private byte[] file(Fields fields) throws PdfRefusal, IOException {
    var file = folder.resolve(fields.text("path")).normalize();
    var name = fields.path("path");
    if (!file.startsWith(folder)) {
      throw new PdfRefusal(name + " leads out of the folder of the stamps");
    }
    if (!Files.isRegularFile(file)) {
      throw new PdfRefusal(name + " names a file that is not there");
    }
    if (Files.size(file) > LARGEST_PICTURE) {
      throw new PdfRefusal(name + " names a file of more than " + (LARGEST_PICTURE >> 20) + " MB");
    }
    return Files.readAllBytes(file);
  }
}
