package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One spreadsheet at one moment. A published one is only read, by any thread; a change is made on a
 * {@link #fork()} and published whole or not at all.
 */
public final class Spreadsheet {

  private final String id;
  private ObjectNode properties;
  private final List<Sheet> sheets;
  private List<ObjectNode> namedRanges;
  private final Map<Integer, Metadata> metadata;

  public Spreadsheet(String id, ObjectNode properties) {
    this(id, properties, new ArrayList<>(), List.of(), new LinkedHashMap<>());
  }

  private Spreadsheet(
      String id,
      ObjectNode properties,
      List<Sheet> sheets,
      List<ObjectNode> namedRanges,
      Map<Integer, Metadata> metadata) {
    this.id = id;
    this.properties = properties;
    this.sheets = sheets;
    this.namedRanges = namedRanges;
    this.metadata = metadata;
  }

  public Spreadsheet fork() {
    return copy(id);
  }

  /** The same content under another id. */
  public Spreadsheet copy(String newId) {
    List<Sheet> forks = new ArrayList<>(sheets.size());
    sheets.forEach(sheet -> forks.add(sheet.fork()));
    return new Spreadsheet(newId, properties, forks, namedRanges, new LinkedHashMap<>(metadata));
  }

  public String id() {
    return id;
  }

  public ObjectNode properties() {
    return properties;
  }

  public void properties(ObjectNode properties) {
    this.properties = properties;
  }

  public String title() {
    return properties.path("title").asText();
  }

  public String locale() {
    return properties.path("locale").asText("en_US");
  }

  public String timeZone() {
    return properties.path("timeZone").asText("Etc/GMT");
  }

  public String url() {
    return "https://docs.google.com/spreadsheets/d/" + id + "/edit";
  }

  /** The tabs in their order; the list may be changed while this is a draft. */
  public List<Sheet> sheets() {
    return sheets;
  }

  public Optional<Sheet> find(int sheetId) {
    return sheets.stream().filter(sheet -> sheet.id() == sheetId).findFirst();
  }

  /** The tab with an id; throws {@link ApiError} 400 when there is none. */
  public Sheet sheet(int sheetId) {
    return find(sheetId).orElseThrow(() -> ApiError.invalid("No grid with id: " + sheetId));
  }

  /** The tab with a title, letter case ignored. */
  public Optional<Sheet> titled(String title) {
    return sheets.stream()
        .filter(sheet -> sheet.title().equals(title))
        .findFirst()
        .or(() -> sheets.stream().filter(s -> s.title().equalsIgnoreCase(title)).findFirst());
  }

  /** The tab that a range without a title means. */
  public Sheet firstVisible() {
    return sheets.stream().filter(sheet -> !sheet.hidden()).findFirst().orElse(sheets.getFirst());
  }

  public List<ObjectNode> namedRanges() {
    return namedRanges;
  }

  public void namedRanges(List<ObjectNode> ranges) {
    namedRanges = List.copyOf(ranges);
  }

  public Map<Integer, Metadata> metadata() {
    return metadata;
  }

  /** Drops a tab and everything tied to it. */
  public void remove(Sheet sheet) {
    sheets.remove(sheet);
    metadata.values().removeIf(m -> m.sheetId().filter(s -> s == sheet.id()).isPresent());
    namedRanges =
        namedRanges.stream()
            .filter(n -> n.path("range").path("sheetId").asInt() != sheet.id())
            .toList();
  }

  public void insert(Sheet sheet, Dimension dimension, int at, int count) {
    sheet.insert(dimension, at, count);
    namedRanges(moveNames(sheet, range -> Spans.inserted(range, dimension, at, count)));
    moveMetadata(sheet, dimension, line -> line.index() >= at ? shifted(line, count) : line);
  }

  public void delete(Sheet sheet, Dimension dimension, int start, int end) {
    sheet.delete(dimension, start, end);
    namedRanges(moveNames(sheet, range -> Spans.deleted(range, dimension, start, end)));
    metadata
        .values()
        .removeIf(
            m ->
                m.place() instanceof Metadata.Line line
                    && line.sheetId() == sheet.id()
                    && line.dimension() == dimension
                    && line.index() >= start
                    && line.index() < end);
    moveMetadata(sheet, dimension, line -> line.index() >= end ? shifted(line, start - end) : line);
  }

  /** Moves the metadata that is tied to lines of one tab. */
  public void moveMetadata(Sheet sheet, Dimension dimension, UnaryOperator<Metadata.Line> move) {
    metadata.replaceAll(
        (_, item) ->
            item.place() instanceof Metadata.Line line
                    && line.sheetId() == sheet.id()
                    && line.dimension() == dimension
                ? item.at(move.apply(line))
                : item);
  }

  /** A GridRange of a named range as answered: sheet id 0 is left out. */
  public static ObjectNode nameJson(ObjectNode name) {
    ObjectNode copy = name.deepCopy();
    if (copy.path("range").path("sheetId").asInt(-1) == 0) {
      ((ObjectNode) copy.get("range")).remove("sheetId");
    }
    return copy;
  }

  private static Metadata.Line shifted(Metadata.Line line, int by) {
    return new Metadata.Line(line.sheetId(), line.dimension(), line.index() + by);
  }

  private List<ObjectNode> moveNames(
      Sheet sheet, java.util.function.Function<ObjectNode, Optional<ObjectNode>> move) {
    List<ObjectNode> moved = new ArrayList<>();
    for (ObjectNode name : namedRanges) {
      if (name.path("range").path("sheetId").asInt() != sheet.id()) {
        moved.add(name);
        continue;
      }
      move.apply((ObjectNode) name.get("range"))
          .ifPresent(
              range -> {
                ObjectNode copy = Json.object();
                copy.setAll(name);
                copy.set("range", range);
                moved.add(copy);
              });
    }
    return moved;
  }
}
