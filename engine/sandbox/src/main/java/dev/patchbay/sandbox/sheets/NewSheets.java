package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Makes tabs from the SheetProperties asked for, with Google's defaults and refusals. */
public final class NewSheets {

  private static final int ROWS = 1000;
  private static final int COLUMNS = 26;
  private static final int TITLE = 100;

  private NewSheets() {}

  /** A new tab that is not yet among the others; an unset id is drawn. */
  public static Sheet create(Spreadsheet draft, JsonNode wanted, Moment moment) {
    int id = wanted.hasNonNull("sheetId") ? wanted.get("sheetId").asInt() : freeId(draft, moment);
    if (id < 0) {
      throw ApiError.invalid("Invalid sheetId: " + id + ". Sheet ids must not be negative.");
    }
    if (draft.find(id).isPresent()) {
      throw ApiError.invalid(
          "Sheet with id " + id + " already exists. Please specify a different sheetId.");
    }
    if (draft.sheets().size() >= Limits.SHEETS) {
      throw ApiError.invalid(
          "You can't have more than " + Limits.SHEETS + " sheets in a document.");
    }
    String title = wanted.path("title").asText("");
    if (title.isEmpty()) {
      title = freeTitle(draft);
    }
    checkTitle(draft, title, id);
    ObjectNode properties = Json.object();
    if (wanted instanceof ObjectNode object) {
      properties.setAll(object);
    }
    properties.put("title", title);
    JsonNode grid = wanted.path("gridProperties");
    int rows = grid.path("rowCount").asInt(0);
    int columns = grid.path("columnCount").asInt(0);
    return new Sheet(
        id, normal(properties), rows > 0 ? rows : ROWS, columns > 0 ? columns : COLUMNS);
  }

  /** The properties that a tab keeps: without id, index and size, without defaults. */
  public static ObjectNode normal(ObjectNode properties) {
    ObjectNode kept = Json.object();
    kept.set("title", properties.path("title"));
    kept.put("sheetType", properties.path("sheetType").asText("GRID"));
    for (String flag : List.of("hidden", "rightToLeft")) {
      if (properties.path(flag).asBoolean()) {
        kept.put(flag, true);
      }
    }
    JsonNode style = properties.path("tabColorStyle");
    JsonNode rgb =
        style.path("rgbColor").isObject() ? style.path("rgbColor") : properties.path("tabColor");
    if (rgb.isObject() && !style.has("themeColor")) {
      ObjectNode color = Colors.rgb(rgb);
      kept.set("tabColor", color);
      kept.putObject("tabColorStyle").set("rgbColor", color);
    } else if (style.has("themeColor")) {
      kept.set("tabColorStyle", style);
    }
    gridProperties(properties.path("gridProperties"), kept);
    return kept;
  }

  private static void gridProperties(JsonNode grid, ObjectNode kept) {
    ObjectNode more = nonZero(grid);
    more.remove(List.of("rowCount", "columnCount"));
    if (!more.isEmpty()) {
      kept.set("gridProperties", more);
    }
  }

  private static ObjectNode nonZero(JsonNode object) {
    ObjectNode kept = Json.object();
    object
        .properties()
        .forEach(
            e -> {
              JsonNode value = e.getValue();
              if (value.isNumber() ? value.doubleValue() != 0 : value.asBoolean()) {
                kept.set(e.getKey(), value.isNumber() ? Json.number(value.doubleValue()) : value);
              }
            });
    return kept;
  }

  public static void checkTitle(Spreadsheet draft, String title, int ownId) {
    if (title.isEmpty()) {
      throw ApiError.invalid("Sheet name cannot be empty.");
    }
    if (title.length() > TITLE) {
      throw ApiError.invalid("The sheet name cannot be greater than " + TITLE + " characters.");
    }
    draft
        .titled(title)
        .filter(other -> other.id() != ownId)
        .ifPresent(
            other -> {
              throw ApiError.invalid(
                  "A sheet with the name \"%s\" already exists. Please enter another name."
                      .formatted(title));
            });
  }

  public static void checkLocale(JsonNode wanted, FieldMask mask) {
    String zone = wanted.path("timeZone").asText("");
    if (mask.wants("timeZone") && !zone.isEmpty()) {
      try {
        ZoneId.of(zone);
      } catch (DateTimeException _) {
        throw ApiError.invalid("Unsupported time zone: " + zone);
      }
    }
    String locale = wanted.path("locale").asText("");
    if (mask.wants("locale")
        && !locale.isEmpty()
        && !locale.matches("[a-z]{2,3}(_[A-Za-z]{2,4})?")) {
      throw ApiError.invalid("Unsupported locale: " + locale);
    }
  }

  /** "Copy of X", numbered where that is taken. */
  public static String copyTitle(Spreadsheet draft, String title) {
    String copy = "Copy of " + title;
    for (int i = 1; draft.titled(copy).isPresent(); i++) {
      copy = "Copy of " + title + " " + i;
    }
    return copy;
  }

  private static String freeTitle(Spreadsheet draft) {
    int number = draft.sheets().size() + 1;
    while (draft.titled("Sheet" + number).isPresent()) {
      number++;
    }
    return "Sheet" + number;
  }

  private static int freeId(Spreadsheet draft, Moment moment) {
    int id = moment.id();
    while (draft.find(id).isPresent()) {
      id = moment.id();
    }
    return id;
  }
}
