package dev.patchbay.core.imports;

import dev.patchbay.core.imports.DraftField.Kind;
import dev.patchbay.model.imports.ImportColumn;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the value of one field out of a cell. Thread-safe. */
final class FieldReader {
  private static final Set<String> YES = Set.of("true", "yes", "1");
  private static final Set<String> NO = Set.of("false", "no", "0");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;\\p{Cntrl}]{1,64}@[^\\s@<>,;\\p{Cntrl}]{1,190}");
  private static final Pattern DIVIDERS = Pattern.compile("[,;]");

  private final Kind kind;
  private final boolean trim;
  private final Map<String, String> values;
  private final TimeReader times;
  private final NumberReader numbers;

  /**
   * Compiles a column.
   *
   * @throws IllegalArgumentException if pattern or zone are none
   */
  FieldReader(ImportColumn column, DraftField field) {
    var tag = column.language();
    this.kind = field.kind();
    this.trim = column.trim();
    this.values = new HashMap<>();
    column.values().forEach((written, meant) -> values.put(key(written), meant));
    var language = tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    this.times = new TimeReader(column.pattern(), language, zone(column));
    this.numbers = new NumberReader(language);
  }

  private static ZoneId zone(ImportColumn column) {
    try {
      return column.zone() == null ? ZoneOffset.UTC : ZoneId.of(column.zone());
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("zone", none);
    }
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  FieldValue read(Given given) {
    return switch (given) {
      case Given.Nothing _ -> FieldValue.NONE;
      case Given.Failure _ ->
          new FieldValue.Unfit("is the error of a formula; correct the formula, or write a value");
      case Given.Uncomputed _ ->
          new FieldValue.Unfit(
              "is a formula without a value; open and save the file in Excel, or write a value");
      case Given.Numeric(double number) when kind instanceof Kind.Numeric && values.isEmpty() ->
          within(new BigDecimal(Double.toString(number)));
      case Given.Moment(var moment) when kind instanceof Kind.Time -> times.of(moment);
      case Given.Day(var day) when kind instanceof Kind.Time -> times.of(day);
      default -> ofText(given.shown());
    };
  }

  private FieldValue ofText(String given) {
    var text = trim ? stripped(given) : given;
    if (text.isBlank()) {
      return FieldValue.NONE;
    }
    var meant = values.isEmpty() ? text : values.getOrDefault(key(text), text);
    return meant.isEmpty() ? FieldValue.NONE : typed(meant);
  }

  /** No-break blanks too, which spreadsheets are full of. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\ufeff';
  }

  private FieldValue typed(String text) {
    return switch (kind) {
      case Kind.Text(int most) -> text(text, most);
      case Kind.Numeric _ -> number(text);
      case Kind.Flag _ -> flag(text);
      case Kind.Time _ -> times.read(text);
      case Kind.Texts _ -> texts(text);
      case Kind.Address _ -> address(text);
      case Kind.Email _ ->
          EMAIL.matcher(text).matches()
              ? new FieldValue.Good(text)
              : new FieldValue.Unfit("is no e-mail address; write one, such as ada@example.org");
    };
  }

  private static FieldValue text(String text, int most) {
    if (text.length() > most && text.codePointCount(0, text.length()) > most) {
      return new FieldValue.Unfit(
          "has %,d characters; %,d are the most there may be"
              .formatted(text.codePointCount(0, text.length()), most));
    }
    return Characters.areWhole(text)
        ? new FieldValue.Good(text)
        : new FieldValue.Unfit("holds what is no character (U+0000 or half of one); write it anew");
  }

  private FieldValue number(String text) {
    return numbers.read(text) instanceof FieldValue.Good(BigDecimal number)
        ? within(number)
        : numbers.read(text);
  }

  private FieldValue within(BigDecimal number) {
    if (!(kind instanceof Kind.Numeric(double least, double most))) {
      throw new IllegalStateException("no number is wanted");
    }
    double size = number.doubleValue();
    return size >= least && size <= most
        ? new FieldValue.Good(number)
        : new FieldValue.Unfit("must be from %.0f to %.0f".formatted(least, most));
  }

  private static FieldValue flag(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return new FieldValue.Good(YES.contains(word));
    }
    return new FieldValue.Unfit(
        "is neither yes nor no; write true or false, or say in the profile what it means");
  }

  private static FieldValue texts(String text) {
    if (!(text(text, DraftField.LONGEST_TEXT) instanceof FieldValue.Good)) {
      return text(text, DraftField.LONGEST_TEXT);
    }
    var texts =
        Arrays.stream(DIVIDERS.split(text))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    return texts.isEmpty() ? FieldValue.NONE : new FieldValue.Good(texts);
  }

  private static FieldValue address(String text) {
    try {
      if (URI.create(text).isAbsolute()) {
        return new FieldValue.Good(text);
      }
    } catch (IllegalArgumentException none) {
      // answered below
    }
    return new FieldValue.Unfit("is no address; write one, such as https://example.org/a.jpg");
  }
}
