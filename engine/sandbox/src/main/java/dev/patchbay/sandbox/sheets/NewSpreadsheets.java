package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.FileEntry;

/** Makes spreadsheets with the properties and the first tab that Google gives them. */
public final class NewSpreadsheets {

  private static final JsonNode DEFAULT_FORMAT =
      Json.read(
          """
          {"backgroundColor":{"red":1,"green":1,"blue":1},
           "padding":{"top":2,"right":3,"bottom":2,"left":3},
           "verticalAlignment":"BOTTOM","wrapStrategy":"OVERFLOW_CELL",
           "textFormat":{"foregroundColor":{},"fontFamily":"arial,sans,sans-serif","fontSize":10,
             "bold":false,"italic":false,"strikethrough":false,"underline":false,
             "foregroundColorStyle":{"rgbColor":{}}},
           "backgroundColorStyle":{"rgbColor":{"red":1,"green":1,"blue":1}}}""");

  private static final JsonNode THEME =
      Json.read(
          """
          {"primaryFontFamily":"Arial","themeColors":[
           {"colorType":"TEXT","color":{"rgbColor":{}}},
           {"colorType":"BACKGROUND","color":{"rgbColor":{"red":1,"green":1,"blue":1}}},
           {"colorType":"ACCENT1","color":{"rgbColor":{"red":0.25882354,"green":0.52156866,"blue":0.95686275}}},
           {"colorType":"ACCENT2","color":{"rgbColor":{"red":0.91764706,"green":0.2627451,"blue":0.20784314}}},
           {"colorType":"ACCENT3","color":{"rgbColor":{"red":0.9843137,"green":0.7372549,"blue":0.015686275}}},
           {"colorType":"ACCENT4","color":{"rgbColor":{"red":0.20392157,"green":0.65882355,"blue":0.3254902}}},
           {"colorType":"ACCENT5","color":{"rgbColor":{"red":1,"green":0.42745098,"blue":0.003921569}}},
           {"colorType":"ACCENT6","color":{"rgbColor":{"red":0.27450982,"green":0.7411765,"blue":0.7764706}}},
           {"colorType":"LINK","color":{"rgbColor":{"red":0.06666667,"green":0.33333334,"blue":0.8}}}]}""");

  private NewSpreadsheets() {}

  /** An empty spreadsheet without tabs. */
  public static Spreadsheet bare(String id, String title, JsonNode wanted) {
    ObjectNode properties =
        Json.object()
            .put("title", title.isEmpty() ? "Untitled spreadsheet" : title)
            .put("locale", wanted.path("locale").asText("en_US"))
            .put("autoRecalc", wanted.path("autoRecalc").asText("ON_CHANGE"))
            .put("timeZone", wanted.path("timeZone").asText("Etc/GMT"));
    properties.set("defaultFormat", DEFAULT_FORMAT);
    properties.set("spreadsheetTheme", THEME);
    return new Spreadsheet(id, properties);
  }

  /** A spreadsheet with the one empty tab that a new file has. */
  public static Spreadsheet blank(String id, String title, Moment moment) {
    Spreadsheet spreadsheet = bare(id, title, Json.object());
    ObjectNode first = Json.object().put("sheetId", 0).put("title", "Sheet1");
    spreadsheet.sheets().add(NewSheets.create(spreadsheet, first, moment));
    return spreadsheet;
  }

  /** The file that holds a new spreadsheet. */
  public static FileEntry file(Spreadsheet spreadsheet, String owner, Moment moment) {
    ObjectNode info =
        Json.object()
            .put("kind", "drive#file")
            .put("id", spreadsheet.id())
            .put("mimeType", FileEntry.SPREADSHEET)
            .put("createdTime", moment.now().toString())
            .put("owner", owner);
    return new FileEntry(spreadsheet.id(), info, spreadsheet, new byte[0], moment.now());
  }
}
