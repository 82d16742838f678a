package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;

/** Rows or columns. */
public enum Dimension {
  ROWS,
  COLUMNS;

  /** Rows unless columns are asked for, as majorDimension and its like have it. */
  public static Dimension of(JsonNode name) {
    return of(name.asText(""));
  }

  public static Dimension of(String name) {
    return switch (name) {
      case "", "null", "ROWS", "DIMENSION_UNSPECIFIED" -> ROWS;
      case "COLUMNS" -> COLUMNS;
      default ->
          throw ApiError.violation(
              "dimension",
              "Invalid value at 'dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), \""
                  + name
                  + "\"");
    };
  }

  /** The start of an area along this dimension. */
  public int start(Area area) {
    return this == ROWS ? area.startRow() : area.startColumn();
  }

  public int end(Area area) {
    return this == ROWS ? area.endRow() : area.endColumn();
  }

  /** The area with another start and end along this dimension. */
  public Area with(Area area, int start, int end) {
    return this == ROWS ? area.withRows(start, end) : area.withColumns(start, end);
  }
}
