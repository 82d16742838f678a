package dev.patchbay.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Order of facts about one subject: CloudEvents {@code sequence} extension, else {@code
 * data.version}, else {@code time}, and the arrival number where these are equal. Totally ordered:
 * time before data.version before sequence, numbers before other text.
 *
 * @param rank 0 arrival only, 1 time, 2 data.version, 3 sequence
 * @param number value where it is a number or a time (milliseconds), zero otherwise
 * @param text value where it is not a number, empty otherwise
 * @param arrival sequence number on the lane
 */
public record EventVersion(int rank, BigDecimal number, String text, long arrival)
    implements Comparable<EventVersion> {
  private static final Comparator<EventVersion> ORDER =
      Comparator.comparingInt(EventVersion::rank)
          .thenComparing(EventVersion::text)
          .thenComparing(EventVersion::number)
          .thenComparingLong(EventVersion::arrival);

  /** What may count as a number: short enough for every database and for fast comparison. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,50})?");

  /** The version that an event states, or its arrival alone. */
  public static EventVersion of(Envelope event, long arrival) {
    var sequence = event.json().path("sequence");
    if (isStated(sequence)) {
      return stated(3, sequence.asText(), arrival);
    }
    var version = event.json().path("data").path("version");
    if (isStated(version)) {
      return stated(2, version.isNumber() ? plain(version) : version.asText(), arrival);
    }
    var time = event.json().path("time").textValue();
    if (time != null) {
      var millis = Rfc3339.parse(time).toInstant().toEpochMilli();
      return new EventVersion(1, BigDecimal.valueOf(millis), "", arrival);
    }
    return new EventVersion(0, BigDecimal.ZERO, "", arrival);
  }

  private static boolean isStated(JsonNode node) {
    return node.isNumber() || (node.isTextual() && !node.textValue().isEmpty());
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().toPlainString();
  }

  private static EventVersion stated(int rank, String text, long arrival) {
    return NUMBER.matcher(text).matches()
        ? new EventVersion(rank, new BigDecimal(text), "", arrival)
        : new EventVersion(rank, BigDecimal.ZERO, text, arrival);
  }

  @Override
  public int compareTo(EventVersion other) {
    return ORDER.compare(this, other);
  }
}
