package dev.patchbay.store.cleanup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A day of UTC and the ids (UUID v7) that were made on it: what a partition holds. */
record IdDay(LocalDate date) {
  private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

  /**
   * The day that a partition is named after.
   *
   * @param name eight digits
   */
  static IdDay named(String name) {
    return new IdDay(LocalDate.parse(name, NAME));
  }

  /** The digits that its partitions end with. */
  String name() {
    return NAME.format(date);
  }

  /** Its partition of a table. */
  String partition(String table) {
    return table + "_" + name();
  }

  IdRange ids() {
    return new IdRange(first(date), first(date.plusDays(1)));
  }

  /** The smallest id that can be made on a day. */
  static UUID first(LocalDate date) {
    return new UUID(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
  }
}
