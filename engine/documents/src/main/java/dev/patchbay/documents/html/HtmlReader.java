package dev.patchbay.documents.html;

import dev.patchbay.documents.html.Element.Attribute;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes HTML apart as the HTML standard says (section 13.2.5), but only where every reader takes it
 * apart alike: what parsers guess at is a fault. It stands for one reading.
 */
final class HtmlReader {
  /** What stands in such elements is text up to their end tag, whatever it looks like. */
  private static final Set<String> RAW =
      Set.of("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp");

  /** The same, but with character references. */
  private static final Set<String> TEXT = Set.of("textarea", "title");

  private static final Pattern DOCTYPE =
      Pattern.compile("<!doctype\\s{1,9}+html[^>\\[\\]\\x00]{0,300}+>", Pattern.CASE_INSENSITIVE);

  private static final String COMMENT = "<!--";

  private final String html;
  private final Listener listener;
  private int at;

  /** Who hears what is found, in the order of the file. */
  interface Listener {
    /** A start tag; what it holds was told before. */
    void element(Element element);

    /** The text of a style or script element. */
    void raw(String element, String content, int from);

    /** A tag of the template language. */
    void tag(Region region);

    /** What readers could take for different things. */
    void fault(Fault fault, int position);
  }

  /**
   * Where a tag stands.
   *
   * @param kind what is around it
   * @param id of this text or value; 0 for all text between elements
   * @param name of the element or attribute
   */
  record Region(Kind kind, int id, String name) {
    /** Kinds of places. */
    enum Kind {
      TEXT,
      VALUE,
      BARE_VALUE,
      MARKUP,
      COMMENT,
      RAW
    }

    static final Region BETWEEN = new Region(Kind.TEXT, 0, "");
  }

  HtmlReader(String html, Listener listener) {
    this.html = html;
    this.listener = listener;
  }

  void read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        markup();
      } else {
        if (c == MarkedHtml.TAG) {
          listener.tag(Region.BETWEEN);
        }
        at++;
      }
    }
  }

  private void markup() {
    if (html.startsWith(COMMENT, at)) {
      comment();
    } else if (isLetter(at + 1)) {
      element();
    } else if (html.startsWith("</", at) && isLetter(at + 2)) {
      end();
    } else {
      var doctype = DOCTYPE.matcher(html).region(at, html.length());
      if (doctype.lookingAt()) {
        at = doctype.end();
      } else {
        fault("a “<” begins no element here", "Write &lt; where it is meant as such.", at);
        at++;
      }
    }
  }

  private void comment() {
    int from = at + COMMENT.length();
    int end = html.indexOf("-->", from);
    if (end < 0) {
      fault("the comment is not closed", "Write --> at its end.", at);
      end = html.length();
    }
    var content = html.substring(from, end);
    if (content.startsWith(">") || content.startsWith("->") || content.contains("--!>")) {
      fault("readers may end this comment at different places", "Take it out.", at);
    }
    pass(end, new Region(Region.Kind.COMMENT, from, ""));
    at = Math.min(html.length(), end + 3);
  }

  private void end() {
    int from = at;
    at += 2;
    name();
    blanks();
    if (is('>')) {
      at++;
    } else {
      broken("</", from);
    }
  }

  private void element() {
    int from = at++;
    var name = name();
    var attributes = new ArrayList<Attribute>();
    while (true) {
      blanks();
      if (is('>')) {
        break;
      }
      if (is('/')) {
        at++;
      } else if (!attribute(attributes)) {
        broken("<" + name, from);
        return;
      }
    }
    at++;
    listener.element(new Element(name, from, attributes));
    if (RAW.contains(name) || TEXT.contains(name)) {
      content(name, from);
    }
  }

  /** Reads one attribute, if there is one. */
  private boolean attribute(List<Attribute> attributes) {
    if (!isLetter(at)) {
      return false;
    }
    var name = name();
    blanks();
    if (!is('=')) {
      attributes.add(new Attribute(name, "", at));
      return true;
    }
    at++;
    blanks();
    boolean quoted = is('"') || is('\'');
    int from = quoted ? at + 1 : at;
    int end = quoted ? html.indexOf(html.charAt(at), from) : bareEnd();
    if (end < 0 || (!quoted && end == from)) {
      return false;
    }
    var value = html.substring(from, end);
    var kind = quoted ? Region.Kind.VALUE : Region.Kind.BARE_VALUE;
    pass(end, new Region(kind, from, name));
    at = quoted ? end + 1 : end;
    attributes.add(new Attribute(name, value, from));
    return true;
  }

  private int bareEnd() {
    int end = at;
    while (end < html.length() && !isBlank(end) && "\"'<=>`".indexOf(html.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private void content(String name, int opened) {
    int from = at;
    int end = from;
    while (end < html.length() && !endsElement(end, name)) {
      end++;
    }
    if (end == html.length()) {
      fault("<" + name + "> is not closed", "Write </" + name + "> at its end.", opened);
    }
    var kind = TEXT.contains(name) ? Region.Kind.TEXT : Region.Kind.RAW;
    pass(end, new Region(kind, from, name));
    if (RAW.contains(name)) {
      listener.raw(name, html.substring(from, end), from);
    }
  }

  private boolean endsElement(int position, String name) {
    int behind = position + 2 + name.length();
    return html.startsWith("</", position)
        && html.regionMatches(true, position + 2, name, 0, name.length())
        && (behind >= html.length()
            || isBlank(behind)
            || html.charAt(behind) == '/'
            || html.charAt(behind) == '>');
  }

  /** Goes on behind the next bracket, as nobody knows where this ends. */
  private void broken(String typed, int from) {
    int before = at;
    int close = html.indexOf('>', at);
    int end = close < 0 ? html.length() : close;
    pass(end, new Region(Region.Kind.MARKUP, from, ""));
    if (html.indexOf(MarkedHtml.TAG, before, end) < 0) {
      fault(
          "“" + typed + "” is not written as HTML asks for",
          "Write name=\"value\" with quotes, and > at its end.",
          from);
    }
    at = Math.min(html.length(), end + 1);
  }

  private void pass(int end, Region region) {
    for (int i = html.indexOf(MarkedHtml.TAG, at, end); i >= 0; ) {
      listener.tag(region);
      i = html.indexOf(MarkedHtml.TAG, i + 1, end);
    }
    at = end;
  }

  private void fault(String what, String advice, int position) {
    listener.fault(new Fault(what, advice), position);
  }

  private String name() {
    int from = at;
    while (at < html.length() && (isLetter(at) || "0123456789-_.:".indexOf(html.charAt(at)) >= 0)) {
      at++;
    }
    return html.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private void blanks() {
    while (at < html.length() && isBlank(at)) {
      at++;
    }
  }

  private boolean is(char c) {
    return at < html.length() && html.charAt(at) == c;
  }

  private boolean isBlank(int position) {
    return " \t\n\r\f".indexOf(html.charAt(position)) >= 0;
  }

  private boolean isLetter(int position) {
    if (position >= html.length()) {
      return false;
    }
    char c = html.charAt(position);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
