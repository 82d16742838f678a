package dev.patchbay.signatures.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where on a page something stands. */
public enum Edge {
  TOP_LEFT(Side.START, Side.END),
  TOP(Side.MIDDLE, Side.END),
  TOP_RIGHT(Side.END, Side.END),
  LEFT(Side.START, Side.MIDDLE),
  CENTER(Side.MIDDLE, Side.MIDDLE),
  RIGHT(Side.END, Side.MIDDLE),
  BOTTOM_LEFT(Side.START, Side.START),
  BOTTOM(Side.MIDDLE, Side.START),
  BOTTOM_RIGHT(Side.END, Side.START);

  private final Side across;
  private final Side upwards;

  Edge(Side across, Side upwards) {
    this.across = across;
    this.upwards = upwards;
  }

  /** The one that is written so: {@code top-left}. */
  public static Optional<Edge> named(String name) {
    return Arrays.stream(values()).filter(edge -> edge.written().equals(name)).findFirst();
  }

  /** All of them as they are written. */
  public static String names() {
    return Arrays.stream(values()).map(Edge::written).collect(Collectors.joining(", "));
  }

  private String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is neither to the left nor to the right. */
  public boolean isMiddleAcross() {
    return across == Side.MIDDLE;
  }

  /** Whether it is neither at the top nor at the bottom. */
  public boolean isMiddleUpwards() {
    return upwards == Side.MIDDLE;
  }

  /** Where the left side of something is, on a page that is {@code room} wide. */
  double left(double room, double width, double offset) {
    return across.start(room, width, offset);
  }

  /** Where the lower side of something is, on a page that is {@code room} high. */
  double bottom(double room, double height, double offset) {
    return upwards.start(room, height, offset);
  }

  /** In one direction, from left to right or from bottom to top. */
  private enum Side {
    START,
    MIDDLE,
    END;

    double start(double room, double size, double offset) {
      return switch (this) {
        case START -> offset;
        case MIDDLE -> (room - size) / 2 + offset;
        case END -> room - size - offset;
      };
    }
  }
}
