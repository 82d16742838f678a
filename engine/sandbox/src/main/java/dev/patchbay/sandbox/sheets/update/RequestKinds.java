package dev.patchbay.sandbox.sheets.update;

import dev.patchbay.sandbox.http.ApiError;
import java.util.Map;
import java.util.Set;

/** The one table of request kinds. */
final class RequestKinds {

  private static final Map<String, RequestKind> KINDS =
      Map.ofEntries(
          Map.entry("addSheet", SheetRequests::add),
          Map.entry("deleteSheet", SheetRequests::delete),
          Map.entry("duplicateSheet", SheetRequests::duplicate),
          Map.entry("updateSheetProperties", SheetRequests::update),
          Map.entry("updateSpreadsheetProperties", SheetRequests::updateSpreadsheet),
          Map.entry("updateCells", CellRequests::update),
          Map.entry("appendCells", CellRequests::append),
          Map.entry("repeatCell", CellRequests::repeat),
          Map.entry("sortRange", SortRequests::sort),
          Map.entry("randomizeRange", SortRequests::randomize),
          Map.entry("appendDimension", DimensionRequests::append),
          Map.entry("insertDimension", DimensionRequests::insert),
          Map.entry("deleteDimension", DimensionRequests::delete),
          Map.entry("updateDimensionProperties", DimensionRequests::update),
          Map.entry("autoResizeDimensions", DimensionRequests::autoResize),
          Map.entry("createDeveloperMetadata", MetadataRequests::create),
          Map.entry("updateDeveloperMetadata", MetadataRequests::update),
          Map.entry("deleteDeveloperMetadata", MetadataRequests::delete));

  private static final Set<String> ALWAYS_REPLY =
      Set.of(
          "deleteDimensionGroup",
          "addDimensionGroup",
          "findReplace",
          "deleteDuplicates",
          "trimWhitespace");

  private RequestKinds() {}

  /** The kind with a name; 400 for those of Google's kinds that the sandbox does not have. */
  static RequestKind get(String name) {
    RequestKind kind = KINDS.get(name);
    if (kind == null) {
      throw ApiError.invalid("This kind of request is not supported by the sandbox.");
    }
    return kind;
  }

  /** Kinds whose reply is named although it is empty. */
  static boolean alwaysReplies(String name) {
    return ALWAYS_REPLY.contains(name);
  }
}
