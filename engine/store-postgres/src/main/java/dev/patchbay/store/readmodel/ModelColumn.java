package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.DatasetField;
import dev.patchbay.spi.CellKind;
import java.util.Locale;

/**
 * A column of the read model that has a meaning there.
 *
 * @param bit in the mask of what a row has
 * @param sql as the tables call it
 */
record ModelColumn(DatasetField field, int bit, String sql) {
  ModelColumn(DatasetField field, int bit) {
    this(field, bit, field.id().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  String id() {
    return field.id();
  }

  boolean isTime() {
    return field.kind() == DatasetField.Kind.TIME;
  }

  /** What a mapping has to make of it. */
  CellKind kind() {
    return field.kind() == DatasetField.Kind.FLAG ? CellKind.BOOLEAN : CellKind.TEXT;
  }

  /** Its value made of the text {@code g.…}; what is not known is before all times. */
  String typed() {
    return switch (field.kind()) {
      case TEXT -> sql();
      case TIME -> "coalesce(%1$s::timestamptz, '-infinity') AS %1$s".formatted(sql());
      case FLAG -> typedFlag();
    };
  }

  private String typedFlag() {
    return Model.isDeleted(this)
        ? "coalesce(deleted::boolean, false) AS deleted"
        : "%1$s::boolean AS %1$s".formatted(sql());
  }

  /** What to do about a value that does not fit, in words that follow a sentence. */
  String hint() {
    return isTime()
        ? ": what counts is the moment as the event has it, not how a clock shows it"
        : "";
  }
}
