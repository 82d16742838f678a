package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Query;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.DataFilters;
import dev.patchbay.sandbox.sheets.Scopes;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Library;

/** values.get, batchGet and batchGetByDataFilter. */
public final class ValuesReads {

  private final Library library;

  public ValuesReads(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    String base = "/v4/spreadsheets/{}/values";
    routes.add("GET", base + ":batchGet", operation("batchGet", this::batchGet));
    routes.add(
        "POST",
        base + ":batchGetByDataFilter",
        operation("batchGetByDataFilter", this::batchGetByDataFilter));
    routes.add("GET", base + "/{}", operation("get", this::get));
  }

  private static Operation operation(String name, Operation.Handler handler) {
    return new Operation(
        "spreadsheets.values." + name, Operation.Kind.SHEETS_READ, Scopes.SHEETS_READ, handler);
  }

  private Answer get(Exchange exchange) {
    Spreadsheet spreadsheet = spreadsheet(exchange);
    ValuesReader reader = reader(exchange, spreadsheet);
    Target target = Target.find(spreadsheet, exchange.name(1));
    return exchange.answer("ValueRange", reader.read(target.sheet(), target.area()));
  }

  private Answer batchGet(Exchange exchange) {
    Spreadsheet spreadsheet = spreadsheet(exchange);
    ValuesReader reader = reader(exchange, spreadsheet);
    ObjectNode json = Json.object().put("spreadsheetId", spreadsheet.id());
    for (String range : exchange.query().all("ranges")) {
      Target target = Target.find(spreadsheet, range);
      json.withArray("valueRanges").add(reader.read(target.sheet(), target.area()));
    }
    return exchange.answer("BatchGetValuesResponse", json);
  }

  private Answer batchGetByDataFilter(Exchange exchange) {
    JsonNode body = exchange.body("BatchGetValuesByDataFilterRequest");
    Spreadsheet spreadsheet = spreadsheet(exchange);
    Rendering rendering =
        Rendering.of(
            body.path("valueRenderOption").asText(""),
            body.path("dateTimeRenderOption").asText(""));
    ValuesReader reader =
        new ValuesReader(
            new Shown(spreadsheet, exchange.moment().now()),
            rendering,
            Dimension.of(body.path("majorDimension")));
    ObjectNode json = Json.object().put("spreadsheetId", spreadsheet.id());
    matched(spreadsheet, body, reader, json);
    return exchange.answer("BatchGetValuesByDataFilterResponse", json);
  }

  /** Each range once, with all the filters that match it. */
  private static void matched(
      Spreadsheet spreadsheet, JsonNode body, ValuesReader reader, ObjectNode json) {
    java.util.Map<Target, ArrayNode> ranges = new java.util.LinkedHashMap<>();
    for (JsonNode filter : body.path("dataFilters")) {
      for (Target target : DataFilters.targets(spreadsheet, filter)) {
        ranges.computeIfAbsent(target, _ -> Json.array()).add(filter);
      }
    }
    ranges.forEach(
        (target, filters) -> {
          ObjectNode match = json.withArray("valueRanges").addObject();
          match.set("valueRange", reader.read(target.sheet(), target.area()));
          match.set("dataFilters", filters);
        });
  }

  private static ValuesReader reader(Exchange exchange, Spreadsheet spreadsheet) {
    Query query = exchange.query();
    Rendering rendering =
        Rendering.of(query.text("valueRenderOption"), query.text("dateTimeRenderOption"));
    return new ValuesReader(
        new Shown(spreadsheet, exchange.moment().now()),
        rendering,
        Dimension.of(query.text("majorDimension")));
  }

  private Spreadsheet spreadsheet(Exchange exchange) {
    return library.get(exchange.name(0)).requireSpreadsheet();
  }
}
