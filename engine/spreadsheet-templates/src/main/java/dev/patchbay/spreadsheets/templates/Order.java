package dev.patchbay.spreadsheets.templates;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.nio.file.Path;
import java.util.List;

/** What the process is to do, as JSON on its standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "$type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Order.Look.class, name = "Look"),
  @JsonSubTypes.Type(value = Order.Fill.class, name = "Fill")
})
sealed interface Order {
  /** To look a template over. */
  record Look(Path template) implements Order {}

  /**
   * To fill one.
   *
   * @param place name of a table or range
   * @param rows lines of JSON, an object each
   * @param out where the workbook goes
   */
  record Fill(Path template, String place, List<Column> columns, Path rows, Path out)
      implements Order {
    /** Copies them. */
    public Fill {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column to be filled.
   *
   * @param key of its value in a row
   * @param header of the place
   */
  record Column(String key, String header, ColumnType type) {}
}
