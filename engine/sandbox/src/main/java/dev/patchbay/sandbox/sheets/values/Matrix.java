package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Dimension;

/** The {@code values} of a ValueRange, read by row and column whatever its major dimension. */
record Matrix(JsonNode values, Dimension dimension, int height, int width, int cells) {

  static Matrix of(JsonNode valueRange) {
    JsonNode values = valueRange.path("values");
    Dimension dimension = Dimension.of(valueRange.path("majorDimension"));
    int longest = 0;
    int cells = 0;
    for (int i = 0; i < values.size(); i++) {
      JsonNode line = values.get(i);
      longest = Math.max(longest, line.size());
      for (int j = 0; j < line.size(); j++) {
        cells += check(line.get(j), i, j);
      }
    }
    boolean rows = dimension == Dimension.ROWS;
    return new Matrix(
        values, dimension, rows ? values.size() : longest, rows ? longest : values.size(), cells);
  }

  /** One value; missing where its line is shorter. */
  JsonNode get(int row, int column) {
    JsonNode line = values.path(dimension == Dimension.ROWS ? row : column);
    return line.isMissingNode()
        ? MissingNode.getInstance()
        : line.path(dimension == Dimension.ROWS ? column : row);
  }

  private static int check(JsonNode value, int i, int j) {
    if (value.isObject()) {
      throw ApiError.invalid(
          "Invalid values[%d][%d]: struct_value %s".formatted(i, j, Json.text(value)));
    }
    if (value.isArray()) {
      throw ApiError.invalid(
          "Invalid values[%d][%d]: list_value %s".formatted(i, j, Json.text(value)));
    }
    return value.isNull() ? 0 : 1;
  }
}
