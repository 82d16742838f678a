package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Entry;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.format.UserEntered;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Grid;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** findReplace, trimWhitespace and deleteDuplicates. */
final class TextRequests {

  private TextRequests() {}

  static ObjectNode findReplace(JsonNode request, Batch batch) {
    Pattern pattern = pattern(request);
    String replacement = request.path("replacement").asText("");
    boolean regex = request.path("searchByRegex").asBoolean();
    Replacer replacer =
        new Replacer(
            batch, pattern, regex ? replacement : Matcher.quoteReplacement(replacement), request);
    for (Batch.Range range : scope(request, batch)) {
      replacer.replaceIn(range);
    }
    return replacer.reply();
  }

  private static List<Batch.Range> scope(JsonNode request, Batch batch) {
    if (request.path("range").isObject()) {
      return List.of(batch.range(request.get("range")));
    }
    if (request.hasNonNull("sheetId")) {
      Sheet sheet = batch.sheet(request.get("sheetId"));
      return List.of(new Batch.Range(sheet, sheet.bounds()));
    }
    if (!request.path("allSheets").asBoolean()) {
      throw ApiError.invalid("One of range, sheetId and allSheets must be specified.");
    }
    return batch.draft().sheets().stream().map(s -> new Batch.Range(s, s.bounds())).toList();
  }

  private static Pattern pattern(JsonNode request) {
    String find = request.path("find").asText("");
    if (find.isEmpty()) {
      throw ApiError.invalid("The value to find must not be empty.");
    }
    int flags =
        request.path("matchCase").asBoolean() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    String regex = request.path("searchByRegex").asBoolean() ? find : Pattern.quote(find);
    try {
      return Pattern.compile(regex, flags);
    } catch (PatternSyntaxException _) {
      throw ApiError.invalid("The regular expression is not valid: " + find);
    }
  }

  static ObjectNode trimWhitespace(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Grid grid = range.sheet().grid();
    int[] changed = {0};
    forEachFilled(
        range,
        (row, column, cell) -> {
          if (cell.value() instanceof Value.Text(var text)) {
            String trimmed = text.strip().replaceAll("[ \\t\\u00a0]+", " ");
            if (!trimmed.equals(text)) {
              grid.set(
                  row,
                  column,
                  Cell.of(trimmed.isEmpty() ? null : Value.of(trimmed), null, cell.extras()));
              changed[0]++;
            }
          }
        });
    ObjectNode reply = Json.object();
    return changed[0] == 0 ? reply : reply.put("cellsChangedCount", changed[0]);
  }

  /**
   * Removes rows of a range that repeat an earlier one in the compared columns; the rest moves up.
   */
  static ObjectNode deleteDuplicates(JsonNode request, Batch batch) {
    Batch.Range range = batch.range(request.path("range"));
    Area area = range.area();
    Grid grid = range.sheet().grid();
    Grid old = grid.fork();
    List<Integer> columns = comparison(request.path("comparisonColumns"), area);
    Shown shown = new Shown(batch.draft(), batch.moment().now());
    Set<List<String>> seen = new HashSet<>();
    List<Integer> kept = new ArrayList<>();
    for (int row = area.startRow(); row < Math.min(area.endRow(), grid.usedRows()); row++) {
      if (seen.add(key(shown, range.sheet(), row, columns))) {
        kept.add(row);
      }
    }
    int removed = Math.min(area.endRow(), old.usedRows()) - area.startRow() - kept.size();
    for (int i = 0; removed > 0 && i < area.height(); i++) {
      int row = area.startRow() + i;
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        int from = i < kept.size() ? kept.get(i) : -1;
        grid.set(row, column, from < 0 ? null : old.get(from, column));
      }
    }
    ObjectNode reply = Json.object();
    return removed > 0 ? reply.put("duplicatesRemovedCount", removed) : reply;
  }

  private static List<Integer> comparison(JsonNode ranges, Area area) {
    List<Integer> columns = new ArrayList<>();
    for (JsonNode range : ranges) {
      for (int i = range.path("startIndex").asInt(0);
          i < range.path("endIndex").asInt(area.endColumn());
          i++) {
        columns.add(i);
      }
    }
    for (int i = area.startColumn(); ranges.isEmpty() && i < area.endColumn(); i++) {
      columns.add(i);
    }
    return columns;
  }

  private static List<String> key(Shown shown, Sheet sheet, int row, List<Integer> columns) {
    List<String> key = new ArrayList<>(columns.size());
    for (int column : columns) {
      Value value = shown.value(sheet, row, column);
      key.add(value == null ? "" : value.toJson().toString().toLowerCase(java.util.Locale.ROOT));
    }
    return key;
  }

  /** Does something with every filled cell of a range. */
  @FunctionalInterface
  private interface AtCell {
    void at(int row, int column, Cell cell);
  }

  private static void forEachFilled(Batch.Range range, AtCell action) {
    Grid grid = range.sheet().grid();
    Area area = range.area();
    for (int row = area.startRow(); row < Math.min(area.endRow(), grid.usedRows()); row++) {
      for (int column = area.startColumn();
          column < Math.min(area.endColumn(), grid.width(row));
          column++) {
        Cell cell = grid.get(row, column);
        if (cell != null && Cell.filled(cell)) {
          action.at(row, column, cell);
        }
      }
    }
  }

  /** Replaces in one tab after the other and counts as Google's reply does. */
  private static final class Replacer {
    private final Batch batch;
    private final Pattern pattern;
    private final String replacement;
    private final boolean entireCell;
    private final boolean formulas;
    private final UserEntered typing;
    private int occurrences;
    private int values;
    private int formulasChanged;
    private int sheets;
    private final Set<Long> rows = new HashSet<>();

    Replacer(Batch batch, Pattern pattern, String replacement, JsonNode request) {
      this.batch = batch;
      this.pattern = pattern;
      this.replacement = replacement;
      this.entireCell = request.path("matchEntireCell").asBoolean();
      this.formulas = request.path("includeFormulas").asBoolean();
      int year = batch.moment().now().atZone(ZoneOffset.UTC).getYear();
      this.typing = new UserEntered(batch.draft().locale(), year);
    }

    void replaceIn(Batch.Range range) {
      int before = values + formulasChanged;
      Shown shown = new Shown(batch.draft(), batch.moment().now());
      forEachFilled(
          range, (row, column, cell) -> replaceAt(range.sheet(), row, column, cell, shown));
      sheets += values + formulasChanged > before ? 1 : 0;
    }

    private void replaceAt(Sheet sheet, int row, int column, Cell cell, Shown shown) {
      String formula = cell.formula();
      Value value = cell.value();
      if (formula != null ? !formulas : value == null) {
        return;
      }
      String text = formula != null ? formula : value == null ? "" : shown.text(cell, value);
      Matcher matcher = pattern.matcher(text);
      if (entireCell ? !matcher.matches() : !matcher.find()) {
        return;
      }
      matcher.reset();
      int found = (int) matcher.results().count();
      matcher.reset();
      String changed = matcher.replaceAll(replacement);
      Entry entry = typing.parse(changed, cell.extras());
      Value kept = changed.isEmpty() ? null : entry.value();
      sheet.grid().set(row, column, Cell.of(kept, entry.formula(), entry.extras()));
      occurrences += found;
      formulasChanged += formula != null ? 1 : 0;
      values += formula == null ? 1 : 0;
      rows.add((long) sheet.id() << 32 | row);
    }

    ObjectNode reply() {
      ObjectNode reply = Json.object();
      if (values > 0) {
        reply.put("valuesChanged", values);
      }
      if (formulasChanged > 0) {
        reply.put("formulasChanged", formulasChanged);
      }
      if (occurrences > 0) {
        reply.put("rowsChanged", rows.size()).put("sheetsChanged", sheets);
        reply.put("occurrencesChanged", occurrences);
      }
      return reply;
    }
  }
}
