package dev.patchbay.sandbox.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.a1.A1;
import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.format.UserEntered;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Query;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.Scopes;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Library;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** values.update, append and clear. */
public final class ValuesWrites {

  private final Library library;

  public ValuesWrites(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    String base = "/v4/spreadsheets/{}/values/{}";
    routes.add("POST", base + ":append", operation("append", this::append));
    routes.add("POST", base + ":clear", operation("clear", this::clear));
    routes.add("PUT", base, operation("update", this::update));
  }

  static Operation operation(String name, Operation.Handler handler) {
    return new Operation(
        "spreadsheets.values." + name, Operation.Kind.SHEETS_WRITE, Scopes.SHEETS_WRITE, handler);
  }

  private Answer update(Exchange exchange) {
    JsonNode body = exchange.body("ValueRange", "data");
    Query query = exchange.query();
    Matrix matrix = Matrix.of(body);
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              ValuesWriter writer =
                  ValuesWriter.of(query.text("valueInputOption"), typing(draft, exchange));
              Target target = Target.find(draft, exchange.name(1));
              checkSameRange(draft, exchange.name(1), body, target);
              ObjectNode report = Json.object().put("spreadsheetId", draft.id());
              report.setAll(writer.write(target, matrix));
              if (query.flag("includeValuesInResponse")) {
                report.set("updatedData", written(exchange, draft, matrix, target));
              }
              return report;
            });
    return exchange.answer("UpdateValuesResponse", json);
  }

  private Answer clear(Exchange exchange) {
    ObjectNode json =
        edit(
            exchange,
            draft -> {
              Target target = Target.find(draft, exchange.name(1));
              clear(target);
              return Json.object()
                  .put("spreadsheetId", draft.id())
                  .put("clearedRange", target.print());
            });
    return exchange.answer("ClearValuesResponse", json);
  }

  /** Removes values and formulas; formats, notes and rules stay. */
  static void clear(Target target) {
    Area area = target.area();
    var grid = target.sheet().grid();
    int end = Math.min(area.endRow(), grid.usedRows());
    for (int row = area.startRow(); row < end; row++) {
      int stop = Math.min(area.endColumn(), grid.width(row));
      for (int column = area.startColumn(); column < stop; column++) {
        Cell cell = grid.get(row, column);
        if (Cell.filled(cell)) {
          grid.set(row, column, Cell.of(null, null, Cell.extrasOf(cell)));
        }
      }
    }
  }

  private Answer append(Exchange exchange) {
    JsonNode body = exchange.body("ValueRange", "data");
    Matrix matrix = Matrix.of(body);
    ObjectNode json = edit(exchange, draft -> append(exchange, draft, matrix));
    return exchange.answer("AppendValuesResponse", json);
  }

  private static ObjectNode append(Exchange exchange, Spreadsheet draft, Matrix matrix) {
    Query query = exchange.query();
    ValuesWriter writer = ValuesWriter.of(query.text("valueInputOption"), typing(draft, exchange));
    Target target = Target.find(draft, exchange.name(1));
    Sheet sheet = target.sheet();
    Optional<Area> table = new TableFinder(sheet.grid()).find(target.area());
    Area area = placeAfter(table, target, matrix);
    if (query.text("insertDataOption").equals("INSERT_ROWS") && area.startRow() < sheet.rows()) {
      draft.insert(sheet, Dimension.ROWS, area.startRow(), matrix.height());
    }
    sheet.fit(area);
    Limits.checkSize(draft);
    writer.put(sheet, area, matrix);
    ObjectNode json = Json.object().put("spreadsheetId", draft.id());
    table.ifPresent(t -> json.put("tableRange", A1.print(sheet.title(), t)));
    ObjectNode updates = json.putObject("updates").put("spreadsheetId", draft.id());
    updates.setAll(ValuesWriter.report(sheet, area, matrix));
    if (query.flag("includeValuesInResponse")) {
      updates.set("updatedData", reader(exchange, draft, matrix).read(sheet, area));
    }
    return json;
  }

  private static Area placeAfter(Optional<Area> table, Target target, Matrix matrix) {
    int row = table.map(Area::endRow).orElse(target.area().startRow());
    int column = table.map(Area::startColumn).orElse(target.area().startColumn());
    return new Area(row, row + matrix.height(), column, column + matrix.width());
  }

  /** The range of the body, where there is one, must be that of the path. */
  private static void checkSameRange(
      Spreadsheet draft, String range, JsonNode body, Target target) {
    String other = body.path("range").asText("");
    if (!other.isEmpty()
        && !other.equals(range)
        && !Target.find(draft, other).print().equals(target.print())) {
      throw ApiError.invalid(
          "Request range[%s] does not match value's range[%s]".formatted(range, other));
    }
  }

  /** What stands in the written range afterwards; the whole range asked for when that is larger. */
  private static ObjectNode written(
      Exchange exchange, Spreadsheet draft, Matrix matrix, Target target) {
    Area start = target.area();
    Area area =
        new Area(
            start.startRow(),
            Math.max(start.endRow(), start.startRow() + matrix.height()),
            start.startColumn(),
            Math.max(start.endColumn(), start.startColumn() + matrix.width()));
    return reader(exchange, draft, matrix).read(target.sheet(), area);
  }

  private static ValuesReader reader(Exchange exchange, Spreadsheet draft, Matrix matrix) {
    Query query = exchange.query();
    Rendering rendering =
        Rendering.of(
            query.text("responseValueRenderOption"), query.text("responseDateTimeRenderOption"));
    return new ValuesReader(
        new Shown(draft, exchange.moment().now()), rendering, matrix.dimension());
  }

  static UserEntered typing(Spreadsheet spreadsheet, Exchange exchange) {
    Instant now = exchange.moment().now();
    return new UserEntered(spreadsheet.locale(), now.atZone(ZoneOffset.UTC).getYear());
  }

  private ObjectNode edit(Exchange exchange, Function<Spreadsheet, ObjectNode> change) {
    return library.get(exchange.name(0)).edit(exchange.moment().now(), change);
  }
}
