package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import dev.patchbay.spi.TableTarget.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls that put a table: into a tab that nobody sees, and from there, in one batch, to where
 * it belongs.
 */
record TableRequests(Place place, Table table, int workshop) {
  /** Developer metadata of a tab: which table stands in it. */
  static final String STANDS = "patchbay.table";

  /** Developer metadata of a hidden tab: for which tab a table is written there. */
  static final String WORKSHOP = "patchbay.workshop";

  private static final String GRID =
      "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)";

  private static final int LONGEST_NAME = 40;

  /** A hidden tab for it, instead of those that were left. */
  List<Request> open(List<Integer> left) {
    var properties =
        new SheetProperties()
            .setSheetId(workshop)
            .setTitle("patchbay " + name())
            .setHidden(true)
            .setGridProperties(grid());
    var requests = new ArrayList<>(left.stream().map(TableRequests::delete).toList());
    requests.add(new Request().setAddSheet(new AddSheetRequest().setProperties(properties)));
    requests.add(mark(workshop, WORKSHOP, place.anchorValue()));
    return requests;
  }

  private String name() {
    return table.id().substring(0, Math.min(LONGEST_NAME, table.id().length()));
  }

  /** The header is the first row; one below it stays, for a grid cannot be all frozen. */
  private GridProperties grid() {
    return new GridProperties()
        .setRowCount(Math.toIntExact(Math.max(2, table.count() + 1)))
        .setColumnCount(table.columns().size())
        .setFrozenRowCount(1)
        .setFrozenColumnCount(0);
  }

  /** The tab becomes the one that people see, if there is none. */
  List<Request> unveil() {
    var properties =
        new SheetProperties().setSheetId(workshop).setTitle(place.tab()).setHidden(false);
    return List.of(
        update(properties, "title,hidden"),
        forget(WORKSHOP, place.anchorValue(), workshop),
        mark(workshop, STANDS, table.id()));
  }

  /** The tab that people see stays: what refers to it goes on. */
  List<Request> copyTo(int tab, List<String> stood) {
    var requests = new ArrayList<Request>();
    requests.add(update(new SheetProperties().setSheetId(tab).setGridProperties(grid()), GRID));
    requests.add(
        new Request()
            .setCopyPaste(
                new CopyPasteRequest()
                    .setSource(whole(workshop))
                    .setDestination(whole(tab))
                    .setPasteType("PASTE_NORMAL")));
    stood.forEach(id -> requests.add(forget(STANDS, id, tab)));
    requests.add(mark(tab, STANDS, table.id()));
    requests.add(delete(workshop));
    return requests;
  }

  private GridRange whole(int sheet) {
    var grid = grid();
    return new GridRange()
        .setSheetId(sheet)
        .setStartRowIndex(0)
        .setEndRowIndex(grid.getRowCount())
        .setStartColumnIndex(0)
        .setEndColumnIndex(grid.getColumnCount());
  }

  private static Request update(SheetProperties properties, String fields) {
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest().setProperties(properties).setFields(fields));
  }

  private static Request delete(int sheet) {
    return new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(sheet));
  }

  private static Request mark(int sheet, String key, String value) {
    var metadata =
        new DeveloperMetadata()
            .setMetadataKey(key)
            .setMetadataValue(value)
            .setLocation(new DeveloperMetadataLocation().setSheetId(sheet))
            .setVisibility("PROJECT");
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest().setDeveloperMetadata(metadata));
  }

  private static Request forget(String key, String value, int sheet) {
    var lookup =
        new DeveloperMetadataLookup()
            .setMetadataKey(key)
            .setMetadataValue(value)
            .setLocationMatchingStrategy("EXACT_LOCATION")
            .setMetadataLocation(new DeveloperMetadataLocation().setSheetId(sheet));
    return Tokens.delete(lookup);
  }
}
