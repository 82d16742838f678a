package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import dev.patchbay.connectors.sheets.Columns.State;
import dev.patchbay.spi.RowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one call of a batch: tab and columns where they lack, token, rows, and what to show of it.
 */
final class BatchRequests {
  private static final int NEW_TAB_ROWS = 1000;

  private final RowBatch batch;
  private final Plan plan;
  private final Place place;
  private final List<Request> requests = new ArrayList<>();
  private final Map<Integer, List<Written>> rowsOf = new HashMap<>();
  private int token;

  private BatchRequests(RowBatch batch, Plan plan, Place place) {
    this.batch = batch;
    this.plan = plan;
    this.place = place;
  }

  /**
   * A call.
   *
   * @param token index of the request that creates the token
   * @param rowsOf rows by index of the request that writes them
   */
  record Call(
      BatchUpdateSpreadsheetRequest body,
      int token,
      List<Written> rows,
      Map<Integer, List<Written>> rowsOf) {}

  static Call of(RowBatch batch, Plan plan, Place place) {
    return new BatchRequests(batch, plan, place).build();
  }

  private Call build() {
    if (plan.createTab()) {
      requests.add(addTab());
    }
    token = requests.size();
    requests.add(Tokens.create(batch.token(), plan.sheetId()));
    batch.retired().forEach(retired -> requests.addAll(Tokens.delete(retired)));
    growGrid();
    columns();
    var rows = Rows.of(batch, plan);
    for (var part : new RowRequests(plan.sheetId()).of(rows)) {
      rowsOf.put(requests.size(), part.rows());
      requests.add(part.request());
    }
    var body = new BatchUpdateSpreadsheetRequest().setRequests(requests);
    if (plan.hasKeyColumn(batch.layout())) {
      int key = plan.keyIndex(batch.layout());
      ShownRanges.askIn(body, plan.title(), key, plan.tail(), rows);
    }
    return new Call(body, token, rows, rowsOf);
  }

  private Request addTab() {
    var grid =
        new GridProperties()
            .setRowCount(NEW_TAB_ROWS)
            .setColumnCount(plan.columnCount())
            .setFrozenRowCount(1);
    return new Request()
        .setAddSheet(
            new AddSheetRequest()
                .setProperties(
                    new SheetProperties()
                        .setSheetId(plan.sheetId())
                        .setTitle(plan.title())
                        .setGridProperties(grid)));
  }

  private void growGrid() {
    int width = plan.columns().stream().mapToInt(column -> column.index() + 1).max().orElse(0);
    if (width > plan.columnCount()) {
      requests.add(
          new Request()
              .setAppendDimension(
                  new AppendDimensionRequest()
                      .setSheetId(plan.sheetId())
                      .setDimension("COLUMNS")
                      .setLength(width - plan.columnCount())));
    }
  }

  private void columns() {
    var header = new TreeMap<Integer, TypedCell>();
    for (int i = 0; i < plan.columns().size(); i++) {
      var placed = plan.columns().get(i);
      var column = batch.layout().columns().get(i);
      if (placed.state() == State.MISSING) {
        header.put(placed.index(), TypedCell.header(column.header()));
      }
      if (placed.state() != State.ANCHORED) {
        requests.add(anchor(Anchor.column(column.id()), placed.index()));
      }
      if (plan.anchorKey() && column.id().equals(batch.layout().keyColumn())) {
        requests.add(anchor(Anchor.key(place), placed.index()));
      }
    }
    new RowRequests(plan.sheetId())
        .of(List.of(new Written(0, "", false, header)))
        .forEach(part -> requests.add(part.request()));
  }

  private Request anchor(Anchor anchor, int column) {
    var range =
        new DimensionRange()
            .setSheetId(plan.sheetId())
            .setDimension("COLUMNS")
            .setStartIndex(column)
            .setEndIndex(column + 1);
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataKey(anchor.name())
                        .setMetadataValue(anchor.value())
                        .setLocation(new DeveloperMetadataLocation().setDimensionRange(range))
                        .setVisibility("PROJECT")));
  }
}
