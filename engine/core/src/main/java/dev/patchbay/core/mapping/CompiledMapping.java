package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Fills the columns of a layout one after the other. */
record CompiledMapping(Layout layout, List<CompiledColumn> columns) implements Mapping {
  CompiledMapping {
    columns = List.copyOf(columns);
  }

  @Override
  public Mapped map(String key, Envelope event, ObjectNode enriched) {
    var cells = LinkedHashMap.<String, Cell>newLinkedHashMap(columns.size() + 1);
    cells.put(layout.keyColumn(), new Cell.Text(key));
    var faults = new ArrayList<Fault>(0);
    for (var column : columns) {
      switch (column.cell(event, enriched)) {
        case CellResult.Fits(var cell) -> cells.put(column.id(), cell);
        case CellResult.Untouched _ -> {}
        case CellResult.Misfit misfit -> faults.add(column.fault(misfit));
      }
    }
    var row = new Row(key, cells);
    return faults.isEmpty() ? new Mapped.Good(row) : new Mapped.Bad(row, faults);
  }
}
