package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.Target;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where rows go: one tab of one spreadsheet.
 *
 * @param tab its title; case does not matter
 */
record Place(String spreadsheetId, String tab) {
  static final String SPREADSHEET = "spreadsheet";
  static final String TAB = "tab";

  private static final Pattern URL = Pattern.compile(".*/spreadsheets/d/([A-Za-z0-9_-]+).*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int LONGEST_TITLE = 100;

  static Place of(Target target) {
    var tab = target.require(TAB).strip();
    if (tab.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "target setting 'tab' is longer than " + LONGEST_TITLE + " characters");
    }
    return new Place(id(target.require(SPREADSHEET).strip()), tab);
  }

  private static String id(String text) {
    var url = URL.matcher(text);
    if (url.matches()) {
      return url.group(1);
    }
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "target setting 'spreadsheet' is neither the id nor the address of a spreadsheet");
    }
    return text;
  }

  String identity() {
    return spreadsheetId + "/" + tab.toLowerCase(Locale.ROOT);
  }

  /** Value of the anchor on this tab's key column. */
  String anchorValue() {
    return tab.toLowerCase(Locale.ROOT);
  }

  /** What people call it, given the title of its spreadsheet. */
  String titleIn(String spreadsheet) {
    return spreadsheet + " / " + tab;
  }

  boolean isTitled(String title) {
    return title.equalsIgnoreCase(tab);
  }
}
