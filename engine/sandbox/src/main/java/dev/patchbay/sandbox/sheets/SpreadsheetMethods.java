package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.FileEntry;
import dev.patchbay.sandbox.store.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** spreadsheets.create, get, getByDataFilter; developerMetadata.get, search; sheets.copyTo. */
public final class SpreadsheetMethods {

  private final Library library;

  public SpreadsheetMethods(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    String one = "/v4/spreadsheets/{}";
    routes.add("POST", "/v4/spreadsheets", write("spreadsheets.create", this::create));
    routes.add(
        "POST",
        one + ":getByDataFilter",
        read("spreadsheets.getByDataFilter", this::getByDataFilter));
    routes.add("GET", one, read("spreadsheets.get", this::get));
    routes.add(
        "POST",
        one + "/developerMetadata:search",
        new Operation(
            "spreadsheets.developerMetadata.search",
            Operation.Kind.SHEETS_READ,
            Scopes.SHEETS_WRITE,
            this::search));
    routes.add(
        "GET",
        one + "/developerMetadata/{}",
        new Operation(
            "spreadsheets.developerMetadata.get",
            Operation.Kind.SHEETS_READ,
            Scopes.SHEETS_WRITE,
            this::metadata));
    routes.add(
        "POST", one + "/sheets/{}:copyTo", write("spreadsheets.sheets.copyTo", this::copyTo));
  }

  private static Operation read(String name, Operation.Handler handler) {
    return new Operation(name, Operation.Kind.SHEETS_READ, Scopes.SHEETS_READ, handler);
  }

  private static Operation write(String name, Operation.Handler handler) {
    return new Operation(name, Operation.Kind.SHEETS_WRITE, Scopes.SHEETS_WRITE, handler);
  }

  private Answer create(Exchange exchange) {
    JsonNode body = exchange.body("Spreadsheet");
    FieldMask mask = exchange.mask("Spreadsheet");
    JsonNode wanted = body.path("properties");
    String id = exchange.moment().fileId();
    Spreadsheet spreadsheet = NewSpreadsheets.bare(id, wanted.path("title").asText(""), wanted);
    NewSheets.checkLocale(wanted, FieldMask.ALL);
    if (body.path("sheets").isEmpty()) {
      spreadsheet = NewSpreadsheets.blank(id, wanted.path("title").asText(""), exchange.moment());
      spreadsheet.properties(
          NewSpreadsheets.bare(id, wanted.path("title").asText(""), wanted).properties());
    }
    for (JsonNode sheet : body.path("sheets")) {
      Sheet added = NewSheets.create(spreadsheet, sheet.path("properties"), exchange.moment());
      spreadsheet.sheets().add(added);
      fill(added, sheet.path("data"));
    }
    Limits.checkSize(spreadsheet);
    library.add(NewSpreadsheets.file(spreadsheet, exchange.caller().email(), exchange.moment()));
    return Answer.ok(
        new SpreadsheetView(spreadsheet, mask, false, exchange.moment().now()).ofRanges(List.of()));
  }

  private static void fill(Sheet sheet, JsonNode grids) {
    for (JsonNode data : grids) {
      GridFill.write(sheet, data);
    }
  }

  private Answer get(Exchange exchange) {
    FieldMask mask = exchange.mask("Spreadsheet");
    Spreadsheet spreadsheet = library.get(exchange.name(0)).requireSpreadsheet();
    boolean data = exchange.query().flag("includeGridData");
    SpreadsheetView view = new SpreadsheetView(spreadsheet, mask, data, exchange.moment().now());
    return Answer.ok(view.ofRanges(exchange.query().all("ranges")));
  }

  private Answer getByDataFilter(Exchange exchange) {
    JsonNode body = exchange.body("GetSpreadsheetByDataFilterRequest");
    FieldMask mask = exchange.mask("Spreadsheet");
    Spreadsheet spreadsheet = library.get(exchange.name(0)).requireSpreadsheet();
    List<Target> targets = new ArrayList<>();
    body.path("dataFilters").forEach(f -> targets.addAll(DataFilters.targets(spreadsheet, f)));
    boolean data = body.path("includeGridData").asBoolean();
    SpreadsheetView view = new SpreadsheetView(spreadsheet, mask, data, exchange.moment().now());
    return Answer.ok(view.ofTargets(targets, !body.path("dataFilters").isEmpty()));
  }

  private Answer metadata(Exchange exchange) {
    Spreadsheet spreadsheet = library.get(exchange.name(0)).requireSpreadsheet();
    String id = exchange.name(1);
    Metadata item =
        id.matches("\\d{1,9}|[12]\\d{9}")
            ? spreadsheet.metadata().get((int) Long.parseLong(id))
            : null;
    if (item == null) {
      throw ApiError.notFound("No developer metadata with ID " + id);
    }
    return exchange.answer("DeveloperMetadata", item.toJson());
  }

  /** Each metadata once, with all the filters that match it. */
  private Answer search(Exchange exchange) {
    JsonNode body = exchange.body("SearchDeveloperMetadataRequest");
    Spreadsheet spreadsheet = library.get(exchange.name(0)).requireSpreadsheet();
    Map<Metadata, ArrayNode> matched = new LinkedHashMap<>();
    for (JsonNode filter : body.path("dataFilters")) {
      DataFilters.metadata(spreadsheet, filter)
          .forEach(item -> matched.computeIfAbsent(item, _ -> Json.array()).add(filter));
    }
    ObjectNode json = Json.object();
    matched.forEach(
        (item, filters) -> {
          ObjectNode match = json.withArray("matchedDeveloperMetadata").addObject();
          match.set("developerMetadata", item.toJson());
          match.set("dataFilters", filters);
        });
    return exchange.answer("SearchDeveloperMetadataResponse", json);
  }

  private Answer copyTo(Exchange exchange) {
    JsonNode body = exchange.body("CopySheetToAnotherSpreadsheetRequest");
    Spreadsheet from = library.get(exchange.name(0)).requireSpreadsheet();
    if (!exchange.name(1).matches("\\d{1,9}|[12]\\d{9}")) {
      throw ApiError.invalid(
          "Invalid value at 'sheet_id' (TYPE_INT32), \"" + exchange.name(1) + "\"");
    }
    Sheet source = from.find(Integer.parseInt(exchange.name(1))).orElseThrow(ApiError::notFound);
    FileEntry to = library.get(body.path("destinationSpreadsheetId").asText(""));
    ObjectNode json =
        to.edit(
            exchange.moment().now(),
            draft -> {
              ObjectNode properties = Json.object();
              properties.setAll(source.properties());
              properties.put("title", NewSheets.copyTitle(draft, source.title()));
              Sheet blank = NewSheets.create(draft, properties, exchange.moment());
              Sheet copy = source.copy(blank.id(), blank.properties());
              draft.sheets().add(copy);
              Limits.checkSize(draft);
              return copy.properties(draft.sheets().size() - 1);
            });
    return exchange.answer("SheetProperties", json);
  }
}
