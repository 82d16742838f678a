package dev.patchbay.server.command.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how a signature shows. */
final class MarkOptions {
  /** As the process names places. */
  private enum Corner {
    TOP_LEFT,
    TOP,
    TOP_RIGHT,
    LEFT,
    CENTER,
    RIGHT,
    BOTTOM_LEFT,
    BOTTOM,
    BOTTOM_RIGHT
  }

  @Option(names = "--visible", description = "Shows the signature on a page.")
  private boolean visible;

  @Option(
      names = "--page",
      defaultValue = "-1",
      paramLabel = "N",
      description = "On which page; from the end if negative. The last without it.")
  private int page;

  @Option(
      names = "--at",
      defaultValue = "bottom-left",
      paramLabel = "PLACE",
      description =
          "top-left, top, top-right, left, center, right, bottom-left, bottom, bottom-right.")
  private String at = "";

  @Option(
      names = "--x",
      defaultValue = "10",
      paramLabel = "MM",
      description = "Distance to the left or right side of the page; ${DEFAULT-VALUE} mm.")
  private double x;

  @Option(
      names = "--y",
      defaultValue = "10",
      paramLabel = "MM",
      description = "Distance to its upper or lower side; ${DEFAULT-VALUE} mm.")
  private double y;

  @Option(
      names = "--width",
      defaultValue = "60",
      paramLabel = "MM",
      description = "Width of the box; ${DEFAULT-VALUE} mm.")
  private double width;

  @Option(
      names = "--height",
      defaultValue = "20",
      paramLabel = "MM",
      description = "Its height; ${DEFAULT-VALUE} mm.")
  private double height;

  @Option(
      names = "--text",
      defaultValue = "Signed by {name}\n{time}",
      paramLabel = "TEXT",
      description = "What is written in it; {name} and {time} are filled in.")
  private String text = "";

  @Option(names = "--picture", paramLabel = "FILE", description = "A PNG or JPEG file in it.")
  private @Nullable Path picture;

  /**
   * The mark, as the process reads it; empty for none.
   *
   * @throws IllegalArgumentException if the place or the size is none
   */
  Optional<ObjectNode> order() {
    if (!visible) {
      return Optional.empty();
    }
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("--width and --height must be more than 0");
    }
    var mark = ServerJson.MAPPER.createObjectNode().put("page", page).put("text", text);
    mark.put("width", width).put("height", height).put("picture", bytes());
    mark.putObject("place").put("at", corner().name()).put("x", x).put("y", y);
    return Optional.of(mark);
  }

  private Corner corner() {
    try {
      return Corner.valueOf(at.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("--at must be a place such as bottom-left", unknown);
    }
  }

  private byte[] bytes() {
    try {
      return picture == null ? new byte[0] : Files.readAllBytes(picture);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + picture, failure);
    }
  }
}
