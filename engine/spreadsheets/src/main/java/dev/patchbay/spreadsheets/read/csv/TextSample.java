package dev.patchbay.spreadsheets.read.csv;

import dev.patchbay.spreadsheets.Refusal;
import java.util.List;
import java.util.Locale;

/** The beginning of a text, to see whether it is a table at all. */
record TextSample(String text) {
  private static final int MARKUP_CHARS = 200;
  private static final int FEW_CONTROLS = 4;
  private static final int CONTROLS_AMONG = 50;
  private static final List<String> MARKUP =
      List.of(
          "<!doctype",
          "<html",
          "<head",
          "<body",
          "<title",
          "<meta",
          "<script",
          "<table",
          "<div",
          "<!--",
          "<?xml",
          "<svg",
          "<rss",
          "<workbook");

  /** Refuses what is no table. */
  void check() throws Refusal {
    var start = text.stripLeading();
    if (start.isEmpty()) {
      throw new Refusal("The file is empty: it holds blanks only. Choose another file.");
    }
    var lower = start.substring(0, Math.min(start.length(), MARKUP_CHARS)).toLowerCase(Locale.ROOT);
    if (MARKUP.stream().anyMatch(lower::startsWith)) {
      throw new Refusal(
          "The file is a web page (HTML or other markup), not a CSV file; perhaps a sign-in page was"
              + " saved instead of the download. Sign in, download it again, or save it as CSV.");
    }
    if (lower.startsWith("%pdf-") || lower.startsWith("{\\rtf")) {
      throw new Refusal(
          "The file is a document, not a CSV file. Export the table as CSV or .xlsx.");
    }
    if (isJson(lower)) {
      throw new Refusal("The file is JSON, not a CSV file. Export the table as CSV or .xlsx.");
    }
    if (isBinary()) {
      throw new Refusal(
          "The file is not text, so it is no CSV file. Export the table as 'CSV UTF-8' or .xlsx.");
    }
  }

  /** An object or array whose first member begins with a quote or another bracket. */
  private static boolean isJson(String start) {
    char first = start.charAt(0);
    var rest = start.substring(1).stripLeading();
    if (rest.isEmpty()) {
      return false;
    }
    char second = rest.charAt(0);
    return (first == '{' && second == '"') || (first == '[' && (second == '{' || second == '['));
  }

  private boolean isBinary() {
    long controls =
        text.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r').count();
    return text.indexOf('\0') >= 0
        || (controls > FEW_CONTROLS && controls * CONTROLS_AMONG > text.length());
  }
}
