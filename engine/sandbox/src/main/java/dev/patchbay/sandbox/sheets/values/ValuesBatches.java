package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.DataFilters;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Library;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** values.batchUpdate and batchClear, by range and by data filter: all of a batch or nothing. */
public final class ValuesBatches {

  private record Write(Target target, JsonNode valueRange, int index) {}

  private final Library library;

  public ValuesBatches(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    String base = "/v4/spreadsheets/{}/values:";
    add(routes, base, "batchUpdateByDataFilter", this::updateByDataFilter);
    add(routes, base, "batchUpdate", this::update);
    add(routes, base, "batchClearByDataFilter", this::clearByDataFilter);
    add(routes, base, "batchClear", this::clear);
  }

  private static void add(
      Routes routes,
      String base,
      String name,
      dev.patchbay.sandbox.http.Operation.Handler handler) {
    routes.add("POST", base + name, ValuesWrites.operation(name, handler));
  }

  private Answer update(Exchange exchange) {
    JsonNode body = exchange.body("BatchUpdateValuesRequest");
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              List<Write> writes = new ArrayList<>();
              JsonNode data = body.path("data");
              for (int i = 0; i < data.size(); i++) {
                String range = data.get(i).path("range").asText("");
                writes.add(new Write(Target.find(draft, range), data.get(i), i));
              }
              return write(exchange, draft, body, writes);
            });
    return exchange.answer("BatchUpdateValuesResponse", json);
  }

  private Answer updateByDataFilter(Exchange exchange) {
    JsonNode body = exchange.body("BatchUpdateValuesByDataFilterRequest");
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              List<Write> writes = new ArrayList<>();
              JsonNode data = body.path("data");
              for (int i = 0; i < data.size(); i++) {
                for (Target target : DataFilters.targets(draft, data.get(i).path("dataFilter"))) {
                  writes.add(new Write(target, data.get(i), i));
                }
              }
              return write(exchange, draft, body, writes);
            });
    return exchange.answer("BatchUpdateValuesByDataFilterResponse", json);
  }

  private static ObjectNode write(
      Exchange exchange, Spreadsheet draft, JsonNode body, List<Write> writes) {
    ValuesWriter writer =
        ValuesWriter.of(
            body.path("valueInputOption").asText(""), ValuesWrites.typing(draft, exchange));
    Totals totals = new Totals();
    ObjectNode json = Json.object().put("spreadsheetId", draft.id());
    List<ObjectNode> responses = new ArrayList<>();
    for (Write write : writes) {
      Matrix matrix = matrix(write);
      ObjectNode response = writeOne(writer, write, matrix);
      totals.add(write.target(), matrix);
      responses.add(response);
    }
    totals.describe(json);
    for (int i = 0; i < writes.size(); i++) {
      json.withArray("responses")
          .add(complete(exchange, draft, body, writes.get(i), responses.get(i)));
    }
    return json;
  }

  private static Matrix matrix(Write write) {
    try {
      return Matrix.of(write.valueRange());
    } catch (ApiError e) {
      throw e.about("data[" + write.index() + "]");
    }
  }

  private static ObjectNode writeOne(ValuesWriter writer, Write write, Matrix matrix) {
    try {
      return writer.write(write.target(), matrix);
    } catch (ApiError e) {
      throw e.about("data[" + write.index() + "]");
    }
  }

  private static ObjectNode complete(
      Exchange exchange, Spreadsheet draft, JsonNode body, Write write, ObjectNode response) {
    ObjectNode json = Json.object();
    JsonNode filter = write.valueRange().path("dataFilter");
    if (filter.isObject()) {
      json.set("dataFilter", filter);
    } else {
      json.put("spreadsheetId", draft.id());
    }
    json.setAll(response);
    if (body.path("includeValuesInResponse").asBoolean()) {
      Rendering rendering =
          Rendering.of(
              body.path("responseValueRenderOption").asText(""),
              body.path("responseDateTimeRenderOption").asText(""));
      Shown shown = new Shown(draft, exchange.moment().now());
      ValuesReader reader = new ValuesReader(shown, rendering, matrix(write).dimension());
      json.set("updatedData", reader.read(write.target().sheet(), write.target().area()));
    }
    return json;
  }

  private Answer clear(Exchange exchange) {
    JsonNode body = exchange.body("BatchClearValuesRequest");
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              List<Target> targets = new ArrayList<>();
              body.path("ranges").forEach(r -> targets.add(Target.find(draft, r.asText())));
              return cleared(draft, targets);
            });
    return exchange.answer("BatchClearValuesResponse", json);
  }

  private Answer clearByDataFilter(Exchange exchange) {
    JsonNode body = exchange.body("BatchClearValuesByDataFilterRequest");
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              List<Target> targets = new ArrayList<>();
              body.path("dataFilters").forEach(f -> targets.addAll(DataFilters.targets(draft, f)));
              return cleared(draft, targets);
            });
    return exchange.answer("BatchClearValuesByDataFilterResponse", json);
  }

  private static ObjectNode cleared(Spreadsheet draft, List<Target> targets) {
    ObjectNode json = Json.object().put("spreadsheetId", draft.id());
    for (Target target : targets) {
      ValuesWrites.clear(target);
      json.withArray("clearedRanges").add(target.print());
    }
    return json;
  }

  private ObjectNode edit(Exchange exchange, Function<Spreadsheet, ObjectNode> change) {
    return library.get(exchange.name(0)).edit(exchange.moment().now(), change);
  }

  /** Sums over a batch; rows and columns that several ranges share count once. */
  private static final class Totals {
    private final Set<Long> rows = new HashSet<>();
    private final Set<Long> columns = new HashSet<>();
    private final Set<Integer> sheets = new HashSet<>();
    private int cells;

    void add(Target target, Matrix matrix) {
      long sheet = (long) target.sheet().id() << 32;
      for (int i = 0; i < matrix.height(); i++) {
        rows.add(sheet | (target.area().startRow() + i));
      }
      for (int i = 0; i < matrix.width(); i++) {
        columns.add(sheet | (target.area().startColumn() + i));
      }
      if (matrix.cells() > 0) {
        sheets.add(target.sheet().id());
      }
      cells += matrix.cells();
    }

    void describe(ObjectNode json) {
      if (cells > 0) {
        json.put("totalUpdatedRows", rows.size()).put("totalUpdatedColumns", columns.size());
        json.put("totalUpdatedCells", cells).put("totalUpdatedSheets", sheets.size());
      }
    }
  }
}
