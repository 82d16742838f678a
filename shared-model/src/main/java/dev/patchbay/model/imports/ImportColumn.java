package dev.patchbay.model.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a request is filled. Exactly one of {@code header} and {@code constant} is set.
 *
 * @param field of a request, such as {@code title}, {@code reporter.email} or {@code
 *     attributes.street}
 * @param header of the column in the file; upper and lower case are equal, blanks around it are not
 *     looked at
 * @param constant the same for every row
 * @param type of a field of {@code attributes}, null for text; the other fields have theirs
 * @param pattern how times are written, of {@code DateTimeFormatter}, such as {@code dd.MM.yyyy};
 *     null for ISO 8601
 * @param language whose names of months and decimal comma are read, a BCP 47 tag such as {@code
 *     de-DE}; null for English and a decimal point
 * @param zone of times that name none, such as {@code Europe/Berlin}; null for that of the server
 * @param trim whether blanks around a text are left out
 * @param values what is written in the file to what is meant, such as {@code "Open": "open"}; upper
 *     and lower case are equal, other values stay as they are
 */
public record ImportColumn(
    String field,
    @Nullable String header,
    @Nullable String constant,
    @Nullable ImportType type,
    @Nullable String pattern,
    @Nullable String language,
    @Nullable String zone,
    @JsonProperty(defaultValue = "true") boolean trim,
    Map<String, String> values) {
  public ImportColumn {
    values = values == null ? Map.of() : Map.copyOf(values);
  }

  /** A field that is filled from the column of a header. */
  public static ImportColumn of(String field, String header) {
    return new ImportColumn(field, header, null, null, null, null, null, true, Map.of());
  }

  /** The same, with times in a zone if none is said. */
  public ImportColumn inZone(String usual) {
    return zone != null
        ? this
        : new ImportColumn(field, header, constant, type, pattern, language, usual, trim, values);
  }
}
