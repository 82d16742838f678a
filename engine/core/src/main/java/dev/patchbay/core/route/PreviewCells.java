package dev.patchbay.core.route;

import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.enrich.Enriched.Lack;
import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Preview;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of one event's row, each with its text or why it has none. */
record PreviewCells(Route route, Enriched enriched) {
  List<Preview.Cell> of(Mapped mapped) {
    return switch (mapped) {
      case Mapped.Good(var row) -> cells(row, Map.of());
      case Mapped.Bad(var row, var faults) ->
          cells(
              row,
              faults.stream()
                  .collect(Collectors.toMap(Mapping.Fault::column, Mapping.Fault::message)));
    };
  }

  private List<Preview.Cell> cells(Row row, Map<String, String> faults) {
    return route.mapping().layout().columns().stream()
        .map(Column::id)
        .map(id -> cell(id, text(row, id), faults.get(id)))
        .toList();
  }

  private Preview.Cell cell(String id, @Nullable String text, @Nullable String fault) {
    var untouched = text == null && fault == null;
    return new Preview.Cell(id, text, untouched ? lack(id).orElse(fault) : fault);
  }

  /** Why there is nothing of what a column reads; that the event asks for nothing is no fault. */
  private Optional<String> lack(String column) {
    return route.draft().columns().stream()
        .filter(mapping -> mapping.id().equals(column))
        .flatMap(mapping -> enriched.lacks().stream().filter(lack -> reads(mapping, lack.name())))
        .filter(lack -> !lack.cause().code().equals(Lack.NOTHING_TO_ASK))
        .map(lack -> "'" + lack.name() + "' is missing: " + lack.cause().message())
        .findFirst();
  }

  private static boolean reads(ColumnMapping column, String name) {
    var source = Objects.requireNonNullElse(column.source(), "");
    var expression = Objects.requireNonNullElse(column.expression(), "");
    var root = "/" + Enriched.ROOT + "/" + name;
    return source.equals(root)
        || source.startsWith(root + "/")
        || Pattern.compile("\\benriched\\s*(\\.\\s*|\\[\\s*[\"'])" + name + "\\b")
            .matcher(expression)
            .find();
  }

  private static @Nullable String text(Row row, String column) {
    var cell = row.cells().get(column);
    return cell == null ? null : CellText.of(cell);
  }
}
