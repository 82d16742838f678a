package dev.patchbay.core.delivery.lane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Maps {@link TextEvents}: every value, and everything that was fetched, to a text cell of its
 * name; the value {@code unmappable} fits none.
 */
public record TextMapping(Layout layout) implements Mapping {
  /** A mapping with a key column and these columns. */
  public static TextMapping of(WriteMode mode, String... columns) {
    var all =
        Stream.concat(Stream.of("key"), Stream.of(columns))
            .map(id -> new Column(id, id, CellKind.TEXT))
            .toList();
    return new TextMapping(new Layout(all, "key", mode));
  }

  @Override
  public Mapped map(String key, Envelope event, ObjectNode enriched) {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("key", new Cell.Text(key));
    event
        .json()
        .get("data")
        .properties()
        .forEach(value -> cells.put(value.getKey(), new Cell.Text(value.getValue().asText())));
    enriched
        .properties()
        .forEach(value -> cells.put(value.getKey(), new Cell.Text(value.getValue().asText())));
    var row = new Row(key, cells);
    return cells.containsValue(new Cell.Text("unmappable"))
        ? new Mapped.Bad(row, List.of(new Fault("a", "does not fit")))
        : new Mapped.Good(row);
  }
}
