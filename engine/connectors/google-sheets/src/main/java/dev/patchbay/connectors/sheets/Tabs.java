package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.List;
import java.util.Optional;

/** The tabs of a spreadsheet and what is noted on them. */
record Tabs(List<Sheet> sheets) {
  /** Fields that it asks for. */
  static final String FIELDS =
      "sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue))";

  static Tabs of(Spreadsheet spreadsheet) {
    return new Tabs(spreadsheet.getSheets() == null ? List.of() : spreadsheet.getSheets());
  }

  /** The tab of a title. */
  Optional<Sheet> find(Place place) {
    return sheets.stream()
        .filter(sheet -> place.isTitled(sheet.getProperties().getTitle()))
        .findFirst();
  }

  /** Hidden tabs in which tables for a place were written, whoever left them. */
  List<Integer> workshops(Place place) {
    return sheets.stream()
        .filter(sheet -> notes(sheet, TableRequests.WORKSHOP).contains(place.anchorValue()))
        .map(Tabs::id)
        .toList();
  }

  /** Which tables are said to stand in a tab; one at most, unless a person copied it. */
  static List<String> stood(Sheet sheet) {
    return notes(sheet, TableRequests.STANDS);
  }

  static int id(Sheet sheet) {
    var id = sheet.getProperties().getSheetId();
    return id == null ? 0 : id;
  }

  private static List<String> notes(Sheet sheet, String key) {
    List<DeveloperMetadata> all = sheet.getDeveloperMetadata();
    return all == null
        ? List.of()
        : all.stream()
            .filter(metadata -> key.equals(metadata.getMetadataKey()))
            .map(DeveloperMetadata::getMetadataValue)
            .toList();
  }
}
