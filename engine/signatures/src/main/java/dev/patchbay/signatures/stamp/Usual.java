package dev.patchbay.signatures.stamp;

import dev.patchbay.signatures.page.Edge;

/** What holds where a stamp says nothing else. */
record Usual(Edge at, double angle, double opacity) {
  private static final double WATERMARK_ANGLE = 45;
  private static final double WATERMARK_OPACITY = 0.2;

  static Usual of(Content content) {
    return switch (content) {
      case Content.Watermark _ -> new Usual(Edge.CENTER, WATERMARK_ANGLE, WATERMARK_OPACITY);
      case Content.PageNumbers _ -> new Usual(Edge.BOTTOM, 0, 1);
      case Content.QrCode _ -> new Usual(Edge.BOTTOM_RIGHT, 0, 1);
      case Content.Text _, Content.Image _ -> new Usual(Edge.TOP_RIGHT, 0, 1);
    };
  }
}
