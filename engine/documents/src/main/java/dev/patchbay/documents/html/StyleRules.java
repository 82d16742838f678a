package dev.patchbay.documents.html;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a style may say: all but what fetches from elsewhere or does something.
 *
 * @param addresses of pictures, fonts and further style sheets
 */
record StyleRules(Addresses addresses) {
  private static final Pattern URL =
      Pattern.compile(
          "url\\(\\s*+(?:\"([^\"\\\\]*+)\"|'([^'\\\\]*+)'|([^\"'()\\\\]*+))\\s*+\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern URL_BEGINS = Pattern.compile("url\\s*\\(", Pattern.CASE_INSENSITIVE);

  /**
   * Characters that stand for letters and digits would hide what is looked for. The sixth digit is
   * the last one, whatever follows.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "\\\\(?:0{4}[0-7][0-9a-f]|0{0,3}[0-7][0-9a-f](?![0-9a-f])|[g-z])",
          Pattern.CASE_INSENSITIVE);

  /** One that is not closed goes on to the end. */
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

  private static final Pattern ACTIVE =
      Pattern.compile(
          "@import(?!\\s+url\\()|image-set\\s*\\(|\\bsrc\\s*\\(|expression\\s*\\(|-moz-binding"
              + "|behavior\\s*:|javascript:",
          Pattern.CASE_INSENSITIVE);

  /**
   * Refuses by a {@code Fault}. What is looked for may have comments inside, and what looks like a
   * comment may stand in a text, so both readings are looked at.
   */
  void check(String css) {
    look(css);
    look(COMMENT.matcher(css).replaceAll(""));
  }

  private void look(String css) {
    if (HIDDEN.matcher(css).find()) {
      throw new Fault("a style hides letters behind “\\”", "Write them as they are.");
    }
    var active = ACTIVE.matcher(css);
    if (active.find()) {
      throw new Fault(
          "a style has “" + active.group().strip().toLowerCase(Locale.ROOT) + "”",
          "Take it out; a style sheet is named by <link> or @import url(…).");
    }
    var urls = URL.matcher(css);
    int found = 0;
    while (urls.find()) {
      found++;
      refuse(address(urls.group(1), urls.group(2), urls.group(3)));
    }
    if (URL_BEGINS.matcher(css).results().count() != found) {
      throw new Fault("a url( … ) in a style is not closed", "Write url(\"…\").");
    }
  }

  private void refuse(String address) {
    addresses
        .content(address)
        .ifPresent(
            what -> {
              throw new Fault(what, addresses.advice());
            });
  }

  private static String address(String... groups) {
    for (var group : groups) {
      if (group != null) {
        return group.strip();
      }
    }
    return "";
  }
}
