package dev.patchbay.documents.html;

import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.parse.Segments;
import dev.patchbay.documents.jinja.parse.TagCount;
import dev.patchbay.documents.jinja.parse.TagScanner;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import java.util.ArrayList;
import java.util.List;

/**
 * HTML whose tags of the template language are taken out.
 *
 * @param text with {@link #TAG} in the place of each
 */
record MarkedHtml(String text, List<Segment.Tag> tags) {
  /** Stands for a tag; files that have it themselves are refused. */
  static final char TAG = '\0';

  private static final int SHOWN = 80;

  MarkedHtml {
    tags = List.copyOf(tags);
  }

  /** Finished HTML. */
  static MarkedHtml without(String html) {
    return new MarkedHtml(html, List.of());
  }

  /** Finds the tags; behind one that is not closed none is looked for. */
  static MarkedHtml of(String source, Complaints complaints) {
    var reading = new Reading(source);
    int start = TagScanner.start(source, 0);
    while (start >= 0) {
      int end = TagScanner.end(source, start, source.length());
      if (end < 0) {
        var typed = source.substring(start, Math.min(source.length(), start + SHOWN));
        reading.passTo(start);
        var place = reading.place(typed.lines().findFirst().orElse(""));
        complaints.add(new PlacedFault(Segments.unclosed(typed), place));
        break;
      }
      reading.take(start, end);
      start = TagScanner.start(source, end);
    }
    return reading.done();
  }

  /** The file again as text and tags. */
  List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    int from = 0;
    for (var tag : tags) {
      int at = text.indexOf(TAG, from);
      segments.add(new Segment.Text(text.substring(from, at)));
      segments.add(tag);
      from = at + 1;
    }
    segments.add(new Segment.Text(text.substring(from)));
    return segments;
  }

  /** Where a position of the text is in the file. */
  Place place(int position) {
    int tag = 0;
    var lines = new Lines();
    int from = 0;
    for (int at = text.indexOf(TAG); at >= 0 && at < position && tag < tags.size(); ) {
      lines.pass(text, from, at);
      var typed = tags.get(tag++).place().typed();
      lines.pass(typed, 0, typed.length());
      from = at + 1;
      at = text.indexOf(TAG, from);
    }
    lines.pass(text, from, position);
    return lines.place("");
  }

  /** Counts lines and columns from 1, and characters. */
  private static final class Lines {
    private int passed;
    private int line = 1;
    private int column = 1;

    void pass(String text, int from, int to) {
      passed += to - from;
      for (int i = from; i < to; i++) {
        boolean ends = text.charAt(i) == '\n';
        line += ends ? 1 : 0;
        column = ends ? 1 : column + 1;
      }
    }

    Place place(String typed) {
      return new Place("line " + line + ", column " + column, typed, passed);
    }
  }

  /** On the way through a file. */
  private static final class Reading {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Segment.Tag> tags = new ArrayList<>();
    private final TagCount count = new TagCount();
    private final Lines lines = new Lines();
    private int at;

    Reading(String source) {
      this.source = source;
    }

    void passTo(int start) {
      lines.pass(source, at, start);
      text.append(source, at, start);
      at = start;
    }

    Place place(String typed) {
      return lines.place(typed);
    }

    void take(int start, int end) {
      count.add();
      passTo(start);
      var place = lines.place("");
      tags.add(Segments.tag(source.substring(start, end), place.where(), place.offset()));
      text.append(TAG);
      lines.pass(source, start, end);
      at = end;
    }

    MarkedHtml done() {
      text.append(source, at, source.length());
      return new MarkedHtml(text.toString(), tags);
    }
  }
}
