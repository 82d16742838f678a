package dev.patchbay.documents.jinja.parse;

import java.util.ArrayList;
import java.util.List;

/** Takes white space away where tags say so. */
final class Whitespace {
  private Whitespace() {}

  static List<Segment> trimmed(List<Segment> segments) {
    var trimmed = new ArrayList<Segment>(segments.size());
    for (int i = 0; i < segments.size(); i++) {
      trimmed.add(
          segments.get(i) instanceof Segment.Text(var text)
              ? new Segment.Text(trimmed(text, behindTrim(segments, i), beforeTrim(segments, i)))
              : segments.get(i));
    }
    return trimmed;
  }

  private static boolean behindTrim(List<Segment> segments, int i) {
    return i > 0 && segments.get(i - 1) instanceof Segment.Tag tag && tag.trimAfter();
  }

  private static boolean beforeTrim(List<Segment> segments, int i) {
    return i + 1 < segments.size()
        && segments.get(i + 1) instanceof Segment.Tag tag
        && tag.trimBefore();
  }

  private static String trimmed(String text, boolean front, boolean back) {
    var left = front ? text.stripLeading() : text;
    return back ? left.stripTrailing() : left;
  }
}
