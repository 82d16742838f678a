package dev.patchbay.spreadsheets.write.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How separated values are written.
 *
 * @param separator between cells; no quote or line end
 * @param encoding of the text
 * @param mark whether the file begins with a byte order mark, by which Excel knows its encoding
 * @param style of quotes, line ends and formulas
 * @param values how numbers and dates look
 */
public record CsvOptions(char separator, Charset encoding, Mark mark, Style style, Values values) {
  /** Whether there is a byte order mark. */
  public enum Mark {
    NONE,
    WRITTEN
  }

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
    LF,
    CRLF
  }

  /**
   * Texts that begin with = + - @ tab or CR, which a spreadsheet program may take for a formula
   * (OWASP, CSV injection).
   */
  public enum Formulas {
    /** They get an apostrophe in front. */
    GUARDED,
    /** They stay as they are, for programs. */
    KEPT
  }

  /** How a line looks. */
  public record Style(Quotes quotes, LineEnd lineEnd, Formulas formulas) {}

  /**
   * How values look; without grouping of digits.
   *
   * @param decimalPoint a dot or a comma, mostly
   * @param date pattern of days
   * @param dateTime pattern of days with a time
   */
  public record Values(char decimalPoint, DateTimeFormatter date, DateTimeFormatter dateTime) {
    /** A dot, and dates of ISO 8601. */
    public static final Values ISO =
        new Values('.', DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    /** As is usual for a language and country, years with four digits. */
    public static Values of(Locale locale) {
      return LocaleValues.of(locale);
    }
  }

  /** For spreadsheet programs: commas, UTF-8 with a mark, CRLF, formulas guarded. */
  public static final CsvOptions CSV =
      new CsvOptions(
          ',',
          StandardCharsets.UTF_8,
          Mark.WRITTEN,
          new Style(Quotes.NEEDED, LineEnd.CRLF, Formulas.GUARDED),
          Values.ISO);

  /** The same with tabs. */
  public static final CsvOptions TSV = CSV.withSeparator('\t');

  /** Checks the separator, and that encoding and mark go together. */
  public CsvOptions {
    if ("\"\r\n".indexOf(separator) >= 0 || Character.isSurrogate(separator)) {
      throw new IllegalArgumentException(
          "separator: must be another character than quotes and line ends, such as , ; or tab");
    }
    if (!encoding.canEncode() || !encoding.newEncoder().canEncode("0,\"\r\n")) {
      throw new IllegalArgumentException(
          "encoding: must be one that tables can be written in, such as UTF-8");
    }
    if (!isStateless(encoding)) {
      throw new IllegalArgumentException(
          "encoding: must be one that writes each character by itself, such as UTF-8 or UTF-16LE");
    }
    if (!encoding.newEncoder().canEncode(separator)) {
      throw new IllegalArgumentException(
          "separator: must be a character of %s; choose another, or UTF-8".formatted(encoding));
    }
    if (!encoding.newEncoder().canEncode(values.decimalPoint())) {
      throw new IllegalArgumentException(
          "encoding: must have the decimal point '%s' of the language; choose UTF-8"
              .formatted(values.decimalPoint()));
    }
    if (mark == Mark.WRITTEN && !encoding.newEncoder().canEncode('\ufeff')) {
      throw new IllegalArgumentException(
          "mark: must be none, for %s has no byte order mark; or choose UTF-8".formatted(encoding));
    }
  }

  /** Whether there is neither a mark that the encoding adds nor a switch between alphabets. */
  private static boolean isStateless(Charset encoding) {
    return Stream.of("a", "あ", "가", "中")
        .allMatch(
            text -> text.repeat(2).getBytes(encoding).length == 2 * text.getBytes(encoding).length);
  }

  /** The same with another separator. */
  public CsvOptions withSeparator(char other) {
    return new CsvOptions(other, encoding, mark, style, values);
  }

  /** The same in another encoding. */
  public CsvOptions withEncoding(Charset other, Mark otherMark) {
    return new CsvOptions(separator, other, otherMark, style, values);
  }

  /** The same in another style. */
  public CsvOptions withStyle(Style other) {
    return new CsvOptions(separator, encoding, mark, other, values);
  }

  /** The same with other numbers and dates. */
  public CsvOptions withValues(Values other) {
    return new CsvOptions(separator, encoding, mark, style, other);
  }
}
