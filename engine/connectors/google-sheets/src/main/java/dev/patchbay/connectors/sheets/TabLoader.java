package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataResponse;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Layout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a tab: header, anchors and key column. One call for a tab that was written before; one more
 * for one that lacks its anchor, or that people renamed.
 */
final class TabLoader {
  private final Google google;

  TabLoader(Google google) {
    this.google = google;
  }

  /** The tab as it is now, empty if there is none. */
  Reply<Optional<Tab>> load(Place place, Layout layout, Deadline deadline) {
    return switch (read(place, List.of(header(place.tab()), keyColumn(place)), deadline)) {
      case Reply.Answer<Spreadsheet>(var answer) -> parse(answer, place, layout, deadline);
      case Reply.Failed<Spreadsheet>(var failure) when noSuchTitle(failure) ->
          loadByAnchor(place, layout, deadline);
      case Reply.Failed<Spreadsheet>(var failure) -> new Reply.Failed<>(failure);
    };
  }

  /** Cells of whole rows. */
  Reply<Optional<TabReading>> rows(Place place, Tab tab, List<RowRange> rows, Deadline deadline) {
    var filters = rows.stream().map(range -> range.filter(tab.sheetId())).toList();
    return switch (read(place, filters, deadline)) {
      case Reply.Answer<Spreadsheet>(var answer) ->
          new Reply.Answer<>(TabReading.find(answer, tab.sheetId()));
      case Reply.Failed<Spreadsheet>(var failure) -> new Reply.Failed<>(failure);
    };
  }

  /** The same, with what people see in them. */
  Reply<Optional<TabReading>> shown(Place place, Tab tab, List<RowRange> rows, Deadline deadline) {
    var filters = rows.stream().map(range -> range.filter(tab.sheetId())).toList();
    return switch (read(place, filters, TabReading.SHOWN, deadline)) {
      case Reply.Answer<Spreadsheet>(var answer) ->
          new Reply.Answer<>(TabReading.find(answer, tab.sheetId()));
      case Reply.Failed<Spreadsheet>(var failure) -> new Reply.Failed<>(failure);
    };
  }

  /** Whether a read failed because no tab has the title. */
  static boolean noSuchTitle(Failure failure) {
    return failure instanceof Failure.Lost(var cause) && cause.code().equals("range-gone");
  }

  private Reply<Optional<Tab>> parse(
      Spreadsheet answer, Place place, Layout layout, Deadline deadline) {
    var reading = TabReading.find(answer, place);
    if (reading.isEmpty()) {
      return new Reply.Answer<>(Optional.empty());
    }
    var tab = reading.get();
    var keyIndex = Tab.keyIndex(tab, layout, place);
    var shown = tab.anchors().get(Anchor.key(place));
    return keyIndex.isEmpty() || (shown != null && shown == keyIndex.getAsInt())
        ? new Reply.Answer<>(Optional.of(Tab.of(tab, keyIndex)))
        : readKeys(place, tab, keyIndex, deadline);
  }

  private Reply<Optional<Tab>> readKeys(
      Place place, TabReading tab, OptionalInt keyIndex, Deadline deadline) {
    var column =
        new GridRange()
            .setSheetId(tab.sheetId())
            .setStartColumnIndex(keyIndex.getAsInt())
            .setEndColumnIndex(keyIndex.getAsInt() + 1);
    var filters = List.of(firstRow(tab.sheetId()), new DataFilter().setGridRange(column));
    return switch (read(place, filters, deadline)) {
      case Reply.Answer<Spreadsheet>(var answer) ->
          new Reply.Answer<>(
              TabReading.find(answer, tab.sheetId()).map(found -> Tab.of(found, keyIndex)));
      case Reply.Failed<Spreadsheet>(var failure) -> new Reply.Failed<>(failure);
    };
  }

  private Reply<Optional<Tab>> loadByAnchor(Place place, Layout layout, Deadline deadline) {
    var body = new SearchDeveloperMetadataRequest().setDataFilters(List.of(keyColumn(place)));
    Reply<SearchDeveloperMetadataResponse> found =
        google.take(
            Budget.READ,
            "spreadsheets.developerMetadata.search",
            deadline,
            api -> api.developerMetadata().search(place.spreadsheetId(), body).execute());
    return switch (found) {
      case Reply.Answer<SearchDeveloperMetadataResponse>(var answer) -> {
        var anchored = anchoredSheet(answer);
        yield anchored.isEmpty()
            ? new Reply.Answer<>(Optional.empty())
            : loadRenamed(anchored.get(), place, layout, deadline);
      }
      case Reply.Failed<SearchDeveloperMetadataResponse>(var failure) ->
          new Reply.Failed<>(failure);
    };
  }

  private static Optional<Integer> anchoredSheet(SearchDeveloperMetadataResponse answer) {
    var matches = answer.getMatchedDeveloperMetadata();
    if (matches == null || matches.isEmpty()) {
      return Optional.empty();
    }
    DeveloperMetadata anchor = matches.getFirst().getDeveloperMetadata();
    var sheetId = anchor.getLocation().getDimensionRange().getSheetId();
    return Optional.of(sheetId == null ? 0 : sheetId);
  }

  private Reply<Optional<Tab>> loadRenamed(
      int sheetId, Place place, Layout layout, Deadline deadline) {
    return switch (read(place, List.of(firstRow(sheetId), keyColumn(place)), deadline)) {
      case Reply.Answer<Spreadsheet>(var answer) -> parse(answer, place, layout, deadline);
      case Reply.Failed<Spreadsheet>(var failure) -> new Reply.Failed<>(failure);
    };
  }

  private Reply<Spreadsheet> read(Place place, List<DataFilter> filters, Deadline deadline) {
    return read(place, filters, TabReading.FIELDS, deadline);
  }

  private Reply<Spreadsheet> read(
      Place place, List<DataFilter> filters, String fields, Deadline deadline) {
    var body =
        new GetSpreadsheetByDataFilterRequest().setDataFilters(filters).setIncludeGridData(true);
    return google.take(
        Budget.READ,
        "spreadsheets.getByDataFilter",
        deadline,
        api -> api.getByDataFilter(place.spreadsheetId(), body).setFields(fields).execute());
  }

  private static DataFilter header(String title) {
    return new DataFilter().setA1Range(A1.header(title));
  }

  private static DataFilter firstRow(int sheetId) {
    return new RowRange(0, 0).filter(sheetId);
  }

  private static DataFilter keyColumn(Place place) {
    var anchor = Anchor.key(place);
    return new DataFilter()
        .setDeveloperMetadataLookup(Tokens.lookup(anchor.name(), anchor.value()));
  }
}
