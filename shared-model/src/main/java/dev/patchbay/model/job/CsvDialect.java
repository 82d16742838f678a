package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * How a file of separated values is written. What is null is as usual: commas in CSV, or semicolons
 * where the language writes a decimal comma, and tabs in TSV; quotes where they are needed; UTF-8
 * with a byte order mark; CRLF.
 *
 * @param separator between cells: {@code comma}, {@code semicolon}, {@code tab}, {@code bar} or the
 *     character; of TSV only the tab
 * @param encoding of the text, an IANA name such as {@code windows-1250}
 * @param bom whether the file begins with a byte order mark, by which Excel knows its encoding;
 *     null for one where the encoding is of Unicode
 */
public record CsvDialect(
    @Nullable String separator,
    @Nullable Quotes quotes,
    @Nullable String encoding,
    @Nullable Boolean bom,
    @Nullable LineEnd lineEnd) {
  /** As usual in everything. */
  public static final CsvDialect USUAL = new CsvDialect(null, null, null, null, null);

  /** What is within quotes. */
  public enum Quotes {
    /** Only what needs them. */
    NEEDED,
    /** Every cell that is not empty. */
    FILLED,
    /** Every cell. */
    ALL
  }

  /** How lines end. */
  public enum LineEnd {
    CRLF,
    LF
  }
}
