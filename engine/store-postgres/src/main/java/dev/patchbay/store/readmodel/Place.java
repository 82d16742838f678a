package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery.Sort;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestView;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in a sorted list.
 *
 * @param sort its parameter
 * @param time that the list is sorted by, null where it is not known or the list is sorted by id
 */
record Place(String sort, @Nullable Instant time, String id) {
  private static final char END = ' ';

  static Place of(RequestSort sort, RequestView request) {
    var time =
        switch (sort) {
          case NEWEST, OLDEST -> request.requestedAt();
          case LAST_CHANGED, FIRST_CHANGED -> request.updatedAt();
          case ID -> null;
        };
    return new Place(sort.parameter(), time, request.id());
  }

  static Place of(Sort sort, Map<String, Object> row) {
    var time = row.get(sort.field()) instanceof Instant known ? known : null;
    return new Place(sort.parameter(), time, String.valueOf(row.get(Dataset.KEY)));
  }

  /** As PostgreSQL reads it. */
  String timestamp() {
    return time == null ? "-infinity" : time.toString();
  }

  String cursor() {
    var text = sort + END + (time == null ? "" : time) + END + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that a cursor names. */
  static Place ofCursor(String sort, String cursor) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      var parts = new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(END), 3);
      if (parts.length == 3 && parts[0].equals(sort) && parts[2].indexOf('\0') < 0) {
        return new Place(sort, parts[1].isEmpty() ? null : Instant.parse(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw new IllegalArgumentException("the cursor is not one of this list's", unreadable);
    }
    throw new IllegalArgumentException("the cursor is not one of this list's");
  }
}
