package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.WriteMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Columns of the read model that have a meaning there. All others are kept as they come and shown
 * with the request.
 */
enum RequestColumn {
  TITLE(1, "title", "Title", CellKind.TEXT),
  STATUS(2, "status", "Status", CellKind.TEXT),
  CATEGORY(4, "category", "Category", CellKind.TEXT),
  ASSIGNEE(8, "assignee", "Assignee", CellKind.TEXT),
  DESCRIPTION(16, "description", "Description", CellKind.TEXT),
  ADDRESS(32, "address", "Address", CellKind.TEXT),
  REQUESTED_AT(64, "requestedAt", "Requested at", CellKind.TEXT),
  UPDATED_AT(128, "updatedAt", "Updated at", CellKind.TEXT),
  DELETED(256, "deleted", "Deleted", CellKind.BOOLEAN);

  private final int bit;
  private final String id;
  private final String header;
  private final CellKind kind;

  RequestColumn(int bit, String id, String header, CellKind kind) {
    this.bit = bit;
    this.id = id;
    this.header = header;
    this.kind = kind;
  }

  String id() {
    return id;
  }

  /** Its bit in the mask of what a row has, as the statement knows it. */
  int bit() {
    return bit;
  }

  static Optional<RequestColumn> of(String id) {
    return Arrays.stream(values()).filter(column -> column.id.equals(id)).findFirst();
  }

  /** For the mapping editor. */
  static List<Description.Place> places() {
    return IntStream.range(0, values().length)
        .mapToObj(
            i -> new Description.Place(String.valueOf(i + 1), values()[i].header, values()[i].id))
        .toList();
  }

  /** Why rows of this layout cannot be written, if they cannot. */
  static Optional<Cause> fault(Layout layout) {
    if (layout.mode() != WriteMode.UPSERT) {
      return Optional.of(
          new Cause("wrong-mode", "The read model holds each request once: set mode to UPSERT."));
    }
    return layout.columns().stream()
        .filter(column -> !column.id().equals(layout.keyColumn()))
        .flatMap(column -> wrongKind(column).stream())
        .findFirst();
  }

  private static Optional<Cause> wrongKind(Column column) {
    return of(column.id())
        .filter(known -> known.kind != column.kind())
        .map(
            known ->
                new Cause(
                    "wrong-column",
                    "Column '%s' of the read model must be of type %s, not %s%s."
                        .formatted(column.id(), known.kind, column.kind(), known.hint())));
  }

  private String hint() {
    return this == REQUESTED_AT || this == UPDATED_AT
        ? ": what counts is the moment as the event has it, not how a clock shows it"
        : "";
  }
}
