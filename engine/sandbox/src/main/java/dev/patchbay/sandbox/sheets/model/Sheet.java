package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One tab. Written only while its spreadsheet is a draft, by one thread. */
public final class Sheet {

  private final int id;
  private ObjectNode properties;
  private int rows;
  private int columns;
  private final Grid grid;
  private final Lines rowLines;
  private final Lines columnLines;
  private List<Area> merges;

  /** Lists such as protectedRanges, conditionalFormats and filterViews, under their JSON name. */
  private final Map<String, List<ObjectNode>> parts;

  /** A new blank tab; {@code properties} are SheetProperties without id, index and grid size. */
  public Sheet(int id, ObjectNode properties, int rows, int columns) {
    this(
        id,
        properties,
        rows,
        columns,
        new Grid(),
        new Lines(21),
        new Lines(100),
        List.of(),
        new LinkedHashMap<>());
  }

  private Sheet(
      int id,
      ObjectNode properties,
      int rows,
      int columns,
      Grid grid,
      Lines rowLines,
      Lines columnLines,
      List<Area> merges,
      Map<String, List<ObjectNode>> parts) {
    this.id = id;
    this.properties = properties;
    this.rows = rows;
    this.columns = columns;
    this.grid = grid;
    this.rowLines = rowLines;
    this.columnLines = columnLines;
    this.merges = merges;
    this.parts = parts;
  }

  public Sheet fork() {
    return copy(id, properties);
  }

  /** A copy under another id and title, as duplicateSheet and copyTo make it. */
  public Sheet copy(int newId, ObjectNode newProperties) {
    return new Sheet(
        newId,
        newProperties,
        rows,
        columns,
        grid.fork(),
        rowLines.fork(),
        columnLines.fork(),
        merges,
        new LinkedHashMap<>(parts));
  }

  public int id() {
    return id;
  }

  public String title() {
    return properties.path("title").asText();
  }

  public boolean hidden() {
    return properties.path("hidden").asBoolean();
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public long cells() {
    return (long) rows * columns;
  }

  public Grid grid() {
    return grid;
  }

  public Area bounds() {
    return new Area(0, rows, 0, columns);
  }

  /** SheetProperties as they are answered, at a position among the tabs. */
  public ObjectNode properties(int index) {
    ObjectNode json =
        Json.object()
            .put("sheetId", id)
            .put("title", title())
            .put("index", index)
            .put("sheetType", properties.path("sheetType").asText("GRID"));
    ObjectNode gridJson = Json.object().put("rowCount", rows).put("columnCount", columns);
    properties
        .properties()
        .forEach(
            e -> {
              if (e.getKey().equals("gridProperties")) {
                gridJson.setAll((ObjectNode) e.getValue());
              } else if (!json.has(e.getKey())) {
                json.set(e.getKey(), e.getValue());
              }
            });
    json.set("gridProperties", gridJson);
    return json;
  }

  /** The properties kept besides id, index and grid size. */
  public ObjectNode properties() {
    return properties;
  }

  public void properties(ObjectNode properties) {
    this.properties = properties;
  }

  /** Makes the grid larger or smaller at its end; what falls outside is lost. */
  public void resize(int newRows, int newColumns) {
    grid.deleteRows(newRows, Integer.MAX_VALUE);
    if (newColumns < columns) {
      grid.deleteColumns(newColumns, Integer.MAX_VALUE);
    }
    merges =
        merges.stream().filter(m -> m.endRow() <= newRows && m.endColumn() <= newColumns).toList();
    rows = newRows;
    columns = newColumns;
  }

  /** Grows the grid so that an area fits; never shrinks it. */
  public void fit(Area area) {
    rows = Math.max(rows, area.endRow());
    columns = Math.max(columns, area.endColumn());
  }

  public int length(Dimension dimension) {
    return dimension == Dimension.ROWS ? rows : columns;
  }

  public Lines lines(Dimension dimension) {
    return dimension == Dimension.ROWS ? rowLines : columnLines;
  }

  public List<Area> merges() {
    return merges;
  }

  public void merges(List<Area> merges) {
    this.merges = List.copyOf(merges);
  }

  public Map<String, List<ObjectNode>> parts() {
    return parts;
  }

  public List<ObjectNode> part(String name) {
    return parts.getOrDefault(name, List.of());
  }

  public void part(String name, List<ObjectNode> items) {
    if (items.isEmpty()) {
      parts.remove(name);
    } else {
      parts.put(name, List.copyOf(items));
    }
  }

  public void insert(Dimension dimension, int at, int count) {
    if (dimension == Dimension.ROWS) {
      grid.insertRows(at, count);
      rows += count;
    } else {
      grid.insertColumns(at, count);
      columns += count;
    }
    lines(dimension).insert(at, count);
    moveAreas(area -> Spans.inserted(area, dimension, at, count));
    moveRanges(range -> Spans.inserted(range, dimension, at, count));
  }

  public void delete(Dimension dimension, int start, int end) {
    if (dimension == Dimension.ROWS) {
      grid.deleteRows(start, end);
      rows -= end - start;
    } else {
      grid.deleteColumns(start, end);
      columns -= end - start;
    }
    lines(dimension).delete(start, end);
    moveAreas(area -> Spans.deleted(area, dimension, start, end));
    moveRanges(range -> Spans.deleted(range, dimension, start, end));
  }

  /** The cells of a GridRange, unbounded ends taken from the grid and clipped to it. */
  public Area area(JsonNode range) {
    int startRow = range.path("startRowIndex").asInt(0);
    int startColumn = range.path("startColumnIndex").asInt(0);
    int endRow = range.hasNonNull("endRowIndex") ? range.get("endRowIndex").asInt() : rows;
    int endColumn =
        range.hasNonNull("endColumnIndex") ? range.get("endColumnIndex").asInt() : columns;
    if (startRow < 0 || startColumn < 0 || endRow < startRow || endColumn < startColumn) {
      throw ApiError.invalid("Range is not valid: start must not lie after end.");
    }
    if (startRow >= rows || startColumn >= columns) {
      throw ApiError.invalid(
          "Range (%s!%s) exceeds grid limits. Max rows: %d, max columns: %d"
              .formatted(title(), startRow + ":" + startColumn, rows, columns));
    }
    return new Area(startRow, Math.min(endRow, rows), startColumn, Math.min(endColumn, columns));
  }

  /** The parts that are present, as members of a Sheet in JSON. */
  public void describeParts(ObjectNode json) {
    if (!merges.isEmpty()) {
      ArrayNode array = json.putArray("merges");
      merges.forEach(m -> array.add(rangeJson(m)));
    }
    parts.forEach(
        (name, items) -> {
          if (name.equals("basicFilter")) {
            json.set(name, items.getFirst());
          } else {
            items.forEach(json.withArray(name)::add);
          }
        });
    describeGroups(json, "rowGroups", Dimension.ROWS);
    describeGroups(json, "columnGroups", Dimension.COLUMNS);
  }

  /** A GridRange as Google answers it: sheet id 0 is left out, starts are printed. */
  public ObjectNode rangeJson(Area area) {
    ObjectNode json = Json.object();
    if (id != 0) {
      json.put("sheetId", id);
    }
    return json.put("startRowIndex", area.startRow())
        .put("endRowIndex", area.endRow())
        .put("startColumnIndex", area.startColumn())
        .put("endColumnIndex", area.endColumn());
  }

  public ArrayNode groupsJson(Dimension dimension) {
    ArrayNode array = Json.array();
    for (Lines.Group group : lines(dimension).groups()) {
      ObjectNode json = array.addObject();
      ObjectNode range = json.putObject("range");
      if (id != 0) {
        range.put("sheetId", id);
      }
      range.put("dimension", dimension.name());
      range.put("startIndex", group.start()).put("endIndex", group.end());
      json.put("depth", group.depth());
      if (group.collapsed()) {
        json.put("collapsed", true);
      }
    }
    return array;
  }

  private void describeGroups(ObjectNode json, String name, Dimension dimension) {
    ArrayNode groups = groupsJson(dimension);
    if (!groups.isEmpty()) {
      json.set(name, groups);
    }
  }

  private void moveAreas(Function<Area, Optional<Area>> move) {
    merges = merges.stream().map(move).flatMap(Optional::stream).filter(m -> !m.single()).toList();
  }

  private void moveRanges(Function<JsonNode, Optional<ObjectNode>> move) {
    parts.replaceAll(
        (_, items) -> items.stream().map(i -> moved(i, move)).flatMap(Optional::stream).toList());
    parts.values().removeIf(List::isEmpty);
  }

  private static Optional<ObjectNode> moved(
      ObjectNode item, Function<JsonNode, Optional<ObjectNode>> move) {
    if (item.has("range")) {
      return move.apply(item.get("range")).map(range -> with(item, "range", range));
    }
    if (item.has("ranges")) {
      List<ObjectNode> ranges = new ArrayList<>();
      item.get("ranges").forEach(r -> move.apply(r).ifPresent(ranges::add));
      return ranges.isEmpty()
          ? Optional.empty()
          : Optional.of(with(item, "ranges", Json.array().addAll(ranges)));
    }
    return Optional.of(item);
  }

  private static ObjectNode with(ObjectNode item, String name, JsonNode value) {
    ObjectNode copy = Json.object();
    copy.setAll(item);
    copy.set(name, value);
    return copy;
  }
}
