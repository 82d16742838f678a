package dev.patchbay.documents.jinja.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks one line as Python's {@code textwrap} does: between words, behind hyphens, and within
 * words that are too long.
 *
 * @param width most characters of a line, at least 1
 * @param longWords whether words that are longer than a line are broken
 * @param hyphens whether words are broken behind their hyphens
 */
record TextWrap(int width, boolean longWords, boolean hyphens) {
  private static final String SPACE = "[\\t\\n\\u000b\\f\\r ]";
  private static final String NO_SPACE = "[^\\t\\n\\u000b\\f\\r ]";
  private static final String WORD_OR_MARK = "[\\w!\"'&.,?]";
  private static final String LETTER = "[\\w&&[^\\d]]";
  private static final Pattern CHUNK =
      Pattern.compile(
          SPACE
              + "+|(?<="
              + WORD_OR_MARK
              + ")-{2,}(?=\\w)|"
              + NO_SPACE
              + "+?(?:-(?:(?<="
              + LETTER
              + "{2}-)|(?<="
              + LETTER
              + "-"
              + LETTER
              + "-))(?="
              + LETTER
              + "-?"
              + LETTER
              + ")|(?="
              + SPACE
              + "|\\z)|(?<="
              + WORD_OR_MARK
              + ")(?=-{2,}\\w))",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PLAIN_CHUNK = Pattern.compile(SPACE + "+|" + NO_SPACE + "+");

  /** The lines; none of a text without words. */
  List<String> lines(String text) {
    var chunks = chunks(text);
    var lines = new ArrayList<String>();
    while (!chunks.isEmpty()) {
      if (chunks.getFirst().isBlank() && !lines.isEmpty()) {
        chunks.removeFirst();
      }
      var line = line(chunks);
      if (!line.isEmpty() && line.getLast().isBlank()) {
        line.removeLast();
      }
      if (!line.isEmpty()) {
        lines.add(String.join("", line));
      }
    }
    return lines;
  }

  private Deque<Chunk> chunks(String text) {
    var chunks = new ArrayDeque<Chunk>();
    var found = (hyphens ? CHUNK : PLAIN_CHUNK).matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.start() > from) {
        chunks.add(Chunk.of(text.substring(from, found.start())));
      }
      chunks.add(Chunk.of(found.group()));
      from = found.end();
    }
    if (from < text.length()) {
      chunks.add(Chunk.of(text.substring(from)));
    }
    return chunks;
  }

  private List<String> line(Deque<Chunk> chunks) {
    var line = new ArrayList<String>();
    int length = 0;
    while (!chunks.isEmpty() && length + chunks.getFirst().length() <= width) {
      length += chunks.getFirst().length();
      line.add(chunks.removeFirst().text());
    }
    if (!chunks.isEmpty() && chunks.getFirst().length() > width) {
      breakFirst(chunks, line, width - length);
    }
    return line;
  }

  /** What is longer than a line fills up this one, or has one of its own. */
  private void breakFirst(Deque<Chunk> chunks, List<String> line, int left) {
    var chunk = chunks.removeFirst();
    if (longWords) {
      int end = hyphens ? behindHyphen(chunk.front(left)) : left;
      line.add(chunk.front(end));
      chunks.addFirst(chunk.behind(end));
    } else if (line.isEmpty()) {
      line.add(chunk.text());
    } else {
      chunks.addFirst(chunk);
    }
  }

  private static int behindHyphen(String front) {
    int hyphen = front.lastIndexOf('-');
    boolean word = hyphen > 0 && front.substring(0, hyphen).chars().anyMatch(c -> c != '-');
    return front.codePointCount(0, word ? hyphen + 1 : front.length());
  }
}
