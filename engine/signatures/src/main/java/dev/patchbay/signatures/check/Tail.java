package dev.patchbay.signatures.check;

import java.util.regex.Pattern;

/**
 * What stands behind a signed part of a file. Every reader sees the same in it only if it is made
 * of changes as PDF has them (ISO 32000-2, 7.5.6): each ends with the place of a table that lists
 * its objects. Where the table is not there, some readers take whatever objects they come across,
 * and others pass them over.
 */
final class Tail {
  /** A table begins so, or the stream that holds one and says so. */
  private static final Pattern TABLE =
      Pattern.compile(
          "\\s{0,9}(?:xref\\b|\\d{1,10}\\s{1,9}\\d{1,5}\\s{1,9}obj\\b"
              + "(?:(?!stream)[\\x00-\\xff]){0,9999}?/XRef\\b)");

  /** Readers look for the last words of a file in so many bytes. */
  private static final Pattern BLANK = Pattern.compile("[\\s\\x00]{0,1000}");

  private Tail() {}

  /**
   * Whether it is blank, or made of such changes.
   *
   * @param end how many bytes were signed
   */
  static boolean isReadAlike(FileStates file, int end) {
    var tail = file.behind(end);
    var changes = FileStates.END.matcher(tail);
    int passed = 0;
    while (changes.find()) {
      long table = Long.parseLong(changes.group(1)) - end;
      if (table < passed || table > changes.start() || !begins(tail, (int) table)) {
        return false;
      }
      passed = changes.end();
    }
    return BLANK.matcher(tail).region(passed, tail.length()).matches();
  }

  private static boolean begins(String tail, int table) {
    return TABLE.matcher(tail).region(table, tail.length()).lookingAt();
  }
}
