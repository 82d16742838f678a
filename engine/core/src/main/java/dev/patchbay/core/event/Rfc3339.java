package dev.patchbay.core.event;

import com.ethlo.time.Field;
import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * Times, most with an offset. Almost all come in one form (RFC 3339), which is read without a
 * formatter; whatever else the JDK reads is left to it. Thread-safe.
 */
public final class Rfc3339 {
  private static final int SHORTEST = "2026-01-31T08:15:00Z".length();
  private static final int TIME = "2026-01-31".length();

  private Rfc3339() {}

  /**
   * The time of a text.
   *
   * @throws DateTimeException if it is none
   */
  public static OffsetDateTime parse(String text) {
    if (text.length() >= SHORTEST && text.charAt(TIME) == 'T') {
      var end = new ParsePosition(0);
      try {
        var time = ITU.parseDateTime(text, end);
        if (end.getIndex() == text.length()) {
          return time;
        }
      } catch (DateTimeException other) {
        return OffsetDateTime.parse(text);
      }
    }
    return OffsetDateTime.parse(text);
  }

  /**
   * The time of a text without an offset, such as {@code 2026-01-31T08:15:00}.
   *
   * @throws DateTimeException if it is none
   */
  public static LocalDateTime local(String text) {
    if (text.length() > TIME && text.charAt(TIME) == 'T') {
      try {
        var time = ITU.parseLenient(text);
        if (time.getOffset().isEmpty() && time.includesGranularity(Field.SECOND)) {
          return time.toLocalDatetime();
        }
      } catch (DateTimeException other) {
        return LocalDateTime.parse(text);
      }
    }
    return LocalDateTime.parse(text);
  }
}
