package dev.patchbay.model.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a mapping. Exactly one of {@code source} and {@code expression} is set.
 *
 * @param id stable name of the column, anchors it in the sheet when people rename or move it
 * @param header header text written when the column is created
 * @param source JSON Pointer (RFC 6901) into the CloudEvents envelope, for example {@code
 *     /data/status}, or into what was fetched, for example {@code /enriched/requester/name}
 * @param expression CEL expression over {@code event}, {@code data} and {@code enriched}
 * @param transforms applied in order: trim, upper, lower, collapse, first(n), default(text),
 *     date(pattern), map(a=b;c=d)
 * @param pii ALLOW where absent
 */
public record ColumnMapping(
    String id,
    String header,
    CellType type,
    @Nullable String source,
    @Nullable String expression,
    List<String> transforms,
    @JsonProperty(defaultValue = "ALLOW") PiiPolicy pii) {
  public ColumnMapping {
    transforms = transforms == null ? List.of() : List.copyOf(transforms);
    pii = pii == null ? PiiPolicy.ALLOW : pii;
  }
}
