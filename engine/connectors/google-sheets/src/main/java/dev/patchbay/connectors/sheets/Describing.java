package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Description;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Shows the real columns of a tab. */
final class Describing {
  private static final String SPREADSHEET = "properties.title,spreadsheetUrl";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Google google;

  Describing(Google google) {
    this.google = google;
  }

  Description describe(Place place) {
    var filter = new DataFilter().setA1Range(A1.header(place.tab()));
    var body =
        new GetSpreadsheetByDataFilterRequest()
            .setDataFilters(List.of(filter))
            .setIncludeGridData(true);
    Reply<Spreadsheet> reply =
        google.take(
            Budget.READ,
            "spreadsheets.getByDataFilter",
            Deadline.in(LONGEST),
            api ->
                api.getByDataFilter(place.spreadsheetId(), body)
                    .setFields(SPREADSHEET + "," + TabReading.FIELDS)
                    .execute());
    return switch (reply) {
      case Reply.Answer<Spreadsheet>(var found) -> found(found, place);
      case Reply.Failed<Spreadsheet>(var failure) when TabLoader.noSuchTitle(failure) ->
          withoutTab(place);
      case Reply.Failed<Spreadsheet>(var failure) -> new Description.NotFound(failure.cause());
    };
  }

  private Description withoutTab(Place place) {
    Reply<Spreadsheet> reply =
        google.take(
            Budget.READ,
            "spreadsheets.get",
            Deadline.in(LONGEST),
            api -> api.get(place.spreadsheetId()).setFields(SPREADSHEET).execute());
    return switch (reply) {
      case Reply.Answer<Spreadsheet>(var found) ->
          new Description.Found(title(found, place), found.getSpreadsheetUrl(), List.of());
      case Reply.Failed<Spreadsheet>(var failure) -> new Description.NotFound(failure.cause());
    };
  }

  private static Description found(Spreadsheet found, Place place) {
    var columns = TabReading.find(found, place).map(Describing::columns).orElse(List.of());
    return new Description.Found(title(found, place), found.getSpreadsheetUrl(), columns);
  }

  private static List<Description.Place> columns(TabReading tab) {
    var ids = new HashMap<Integer, String>();
    tab.anchors()
        .forEach(
            (anchor, index) -> {
              if (anchor.name().equals(Anchor.COLUMN)) {
                ids.putIfAbsent(index, anchor.value());
              }
            });
    var header = tab.header();
    var indexes = new TreeSet<>(header.keySet());
    indexes.addAll(ids.keySet());
    var columns = new ArrayList<Description.Place>();
    for (int index : indexes) {
      var text = Optional.ofNullable(header.get(index)).orElse("");
      columns.add(new Description.Place(A1.column(index), text, ids.get(index)));
    }
    return columns;
  }

  private static String title(Spreadsheet found, Place place) {
    return place.titleIn(found.getProperties().getTitle());
  }
}
