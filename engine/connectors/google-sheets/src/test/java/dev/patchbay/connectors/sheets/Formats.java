package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;

/** What people do with the looks of cells. */
final class Formats {
  private Formats() {}

  /** Takes all number formats away. */
  static Request general(int sheetId) {
    return new Request()
        .setRepeatCell(
            new RepeatCellRequest()
                .setRange(new GridRange().setSheetId(sheetId).setStartRowIndex(1))
                .setCell(new CellData())
                .setFields("userEnteredFormat.numberFormat"));
  }
}
