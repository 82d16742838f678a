package dev.patchbay.store.history;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.store.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a filter's key, times and text ask of a row of {@code d}. */
public final class ListConditions {
  private ListConditions() {}

  /** Appends the conditions to the statement and their values to its parameters. */
  public static void append(DeliveryFilter filter, StringBuilder sql, List<Object> parameters) {
    add(sql, parameters, " AND d.key = ?", storable(filter.key()));
    add(sql, parameters, " AND d.event >= ?", floor(filter.since()));
    add(sql, parameters, " AND d.event < ?", floor(filter.until()));
    add(sql, parameters, " AND d.cause ILIKE ?", pattern(filter.text()));
    leaveOut(filter.except(), sql, parameters);
  }

  /** What is no id of a delivery names none. */
  private static void leaveOut(List<String> ids, StringBuilder sql, List<Object> parameters) {
    var places = ids.stream().map(DeliveryRef::parse).flatMap(Optional::stream).toList();
    if (!places.isEmpty()) {
      sql.append(" AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?))");
      parameters.add(places.stream().map(DeliveryRef::lane).toArray(Integer[]::new));
      parameters.add(places.stream().map(DeliveryRef::seq).toArray(Long[]::new));
    }
  }

  static void add(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      parameters.add(value);
    }
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }

  /** The smallest UUID v7 of a moment: events are ordered by when they were accepted. */
  private static @Nullable UUID floor(@Nullable Instant at) {
    return at == null ? null : new UUID(Math.max(0, at.toEpochMilli()) << 16, 0);
  }

  /** Text as people type it: nothing in it is a wild card. */
  private static @Nullable String pattern(@Nullable String text) {
    return text == null
        ? null
        : "%" + StorableText.of(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
