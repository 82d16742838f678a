package dev.patchbay.server.export;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.server.dataset.DatasetFields;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of requests: those that every request has, and those that the route which fills the
 * read model adds. Times are shown in one zone, which their headers name.
 */
final class RequestColumns {
  private final DatasetFields fields;
  private final ZoneId zone;

  RequestColumns(DatasetFields fields, ZoneId zone) {
    this.fields = fields;
    this.zone = zone;
  }

  /** All there are, by id, in their usual order. */
  Map<String, ExportColumn> all() {
    var all = new LinkedHashMap<String, ExportColumn>();
    own().forEach(column -> all.put(column.id(), column));
    fields
        .further(Dataset.REQUESTS)
        .forEach(column -> all.putIfAbsent(column.id(), further(column)));
    return all;
  }

  private List<ExportColumn> own() {
    return List.of(
        text("id", "Id", RequestView::id),
        text("title", "Title", RequestView::title),
        text("status", "Status", RequestView::status),
        text("category", "Category", RequestView::category),
        text("assignee", "Assignee", RequestView::assignee),
        text("description", "Description", RequestView::description),
        text("address", "Address", RequestView::address),
        time("requestedAt", "Requested at", RequestView::requestedAt),
        time("updatedAt", "Updated at", RequestView::updatedAt));
  }

  private static ExportColumn text(
      String id, String header, Function<RequestView, @Nullable String> of) {
    return new ExportColumn(
        id, header, ColumnType.TEXT, request -> MoreCells.text(of.apply(request)));
  }

  private ExportColumn time(String id, String header, Function<RequestView, @Nullable Instant> of) {
    return new ExportColumn(
        id,
        header + " (" + zone.getId() + ")",
        ColumnType.DATE_TIME,
        request -> time(of.apply(request)));
  }

  private Cell time(@Nullable Instant time) {
    return time == null ? Cell.EMPTY : new Cell.DateTime(LocalDateTime.ofInstant(time, zone));
  }

  private static ExportColumn further(ColumnMapping mapping) {
    var type = MoreCells.type(mapping.type());
    return new ExportColumn(
        mapping.id(),
        mapping.header(),
        type,
        request -> MoreCells.cell(type, request.more().get(mapping.id())));
  }
}
