package dev.patchbay.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Query;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the data rows of the tab that a call is about to write, as a person might just then. */
public final class SortFault {

  private SortFault() {}

  public static void sortFirst(
      Writes writes, ApiCall call, Route route, Caller caller, Strike strike) {
    if (route.names().isEmpty() || !route.operation().kind().writes()) {
      return;
    }
    String id = route.names().getFirst();
    Optional<Spreadsheet> spreadsheet = writes.library().find(id).flatMap(f -> f.spreadsheet());
    spreadsheet
        .flatMap(s -> written(s, call, route))
        .filter(sheet -> sheet.grid().lastFilledRow() > 1)
        .ifPresent(sheet -> sort(writes, id, sheet, caller, strike));
  }

  private static void sort(Writes writes, String id, Sheet sheet, Caller caller, Strike strike) {
    ObjectNode body = Json.object();
    ObjectNode sort = body.putArray("requests").addObject().putObject("sortRange");
    sort.putObject("range")
        .put("sheetId", sheet.id())
        .put("startRowIndex", 1)
        .put("endRowIndex", sheet.grid().lastFilledRow() + 1);
    sort.putArray("sortSpecs")
        .addObject()
        .put("dimensionIndex", strike.column())
        .put("sortOrder", strike.order());
    ApiCall human =
        new ApiCall(
            "POST",
            "/v4/spreadsheets/" + id + ":batchUpdate",
            new Query(Map.of()),
            Map.of(),
            Body.of(Json.write(body)));
    writes.run(human, caller);
  }

  /** The tab that a call names first, in its path or anywhere in its body. */
  private static Optional<Sheet> written(Spreadsheet spreadsheet, ApiCall call, Route route) {
    try {
      if (route.names().size() > 1) {
        return Optional.of(Target.find(spreadsheet, route.names().get(1)).sheet());
      }
      JsonNode body = call.json();
      JsonNode range = body.path("data").path(0).path("range");
      if (range.isTextual()) {
        return Optional.of(Target.find(spreadsheet, range.asText()).sheet());
      }
      List<JsonNode> ids = rowWrites(body);
      int sheetId = ids.isEmpty() ? spreadsheet.firstVisible().id() : ids.getFirst().asInt();
      return spreadsheet.find(sheetId);
    } catch (ApiError _) {
      return Optional.empty();
    }
  }

  /** The tab ids of the requests that write cells, before those of any other request. */
  private static List<JsonNode> rowWrites(JsonNode body) {
    for (JsonNode request : body.path("requests")) {
      for (String kind : List.of("updateCells", "appendCells", "repeatCell")) {
        List<JsonNode> ids = request.path(kind).findValues("sheetId");
        if (!ids.isEmpty()) {
          return ids;
        }
      }
    }
    return body.findValues("sheetId");
  }
}
