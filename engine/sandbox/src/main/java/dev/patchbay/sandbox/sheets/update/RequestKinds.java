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
          Map.entry("mergeCells", MergeRequests::merge),
          Map.entry("unmergeCells", MergeRequests::unmerge),
          Map.entry("addNamedRange", NamedRangeRequests::add),
          Map.entry("updateNamedRange", NamedRangeRequests::update),
          Map.entry("deleteNamedRange", NamedRangeRequests::delete),
          Map.entry("addProtectedRange", SheetParts.PROTECTED::add),
          Map.entry("updateProtectedRange", SheetParts.PROTECTED::update),
          Map.entry("deleteProtectedRange", SheetParts.PROTECTED::delete),
          Map.entry("addFilterView", SheetParts.FILTER_VIEWS::add),
          Map.entry("updateFilterView", SheetParts.FILTER_VIEWS::update),
          Map.entry("deleteFilterView", SheetParts.FILTER_VIEWS::delete),
          Map.entry("addBanding", SheetParts.BANDS::add),
          Map.entry("updateBanding", SheetParts.BANDS::update),
          Map.entry("deleteBanding", SheetParts.BANDS::delete),
          Map.entry("setBasicFilter", SheetParts::setFilter),
          Map.entry("clearBasicFilter", SheetParts::clearFilter),
          Map.entry("addConditionalFormatRule", SheetParts::addRule),
          Map.entry("updateConditionalFormatRule", SheetParts::updateRule),
          Map.entry("deleteConditionalFormatRule", SheetParts::deleteRule),
          Map.entry("addDimensionGroup", GroupRequests::add),
          Map.entry("updateDimensionGroup", GroupRequests::update),
          Map.entry("deleteDimensionGroup", GroupRequests::delete),
          Map.entry("copyPaste", PasteRequests::copy),
          Map.entry("cutPaste", PasteRequests::cut),
          Map.entry("findReplace", TextRequests::findReplace),
          Map.entry("trimWhitespace", TextRequests::trimWhitespace),
          Map.entry("deleteDuplicates", TextRequests::deleteDuplicates),
          Map.entry("insertRange", RangeRequests::insert),
          Map.entry("deleteRange", RangeRequests::delete),
          Map.entry("moveDimension", RangeRequests::move),
          Map.entry("setDataValidation", RangeRequests::validate),
          Map.entry("updateBorders", RangeRequests::borders),
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
