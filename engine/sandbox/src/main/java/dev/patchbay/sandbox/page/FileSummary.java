package dev.patchbay.sandbox.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.FileEntry;

/** A file in the list of the page; {@code version} tells whether its tabs must be shown anew. */
final class FileSummary {

  private FileSummary() {}

  static ObjectNode of(FileEntry file) {
    ObjectNode json =
        Json.object()
            .put("id", file.id())
            .put("version", file.version())
            .put("modified", file.modified().toString())
            .put("mimeType", file.info().path("mimeType").asText())
            .put("name", file.info().path("name").asText("Untitled"));
    file.spreadsheet().ifPresent(spreadsheet -> describe(json, spreadsheet));
    if (file.spreadsheet().isEmpty()) {
      json.put("bytes", file.content().bytes().length);
    }
    return json;
  }

  private static void describe(ObjectNode json, Spreadsheet spreadsheet) {
    json.put("name", spreadsheet.title());
    json.put("metadata", spreadsheet.metadata().size());
    var tabs = json.putArray("tabs");
    spreadsheet.sheets().forEach(sheet -> tabs.add(tab(sheet)));
  }

  private static ObjectNode tab(Sheet sheet) {
    ObjectNode json =
        Json.object()
            .put("id", sheet.id())
            .put("title", sheet.title())
            .put("rows", sheet.rows())
            .put("columns", sheet.columns())
            .put("filledRows", sheet.grid().lastFilledRow() + 1)
            .put("hidden", sheet.hidden());
    json.set("color", sheet.properties().path("tabColor"));
    return json;
  }
}
