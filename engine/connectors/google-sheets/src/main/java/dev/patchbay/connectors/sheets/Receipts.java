package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.RowBatch;

/** The receipt of a batch that had to be looked after. */
final class Receipts {
  private Receipts() {}

  static String of(Plan plan, Repair.Result.Mended mended, RowBatch batch) {
    var receipt = new Receipt(plan);
    mended.tab().ifPresent(tab -> receipt.noteCopies(batch, tab.keys()));
    if (mended.rows() > 0) {
      receipt.note("repaired " + mended.rows() + (mended.rows() == 1 ? " row" : " rows"));
    }
    if (mended.lost() > 0) {
      receipt.note(
          mended.lost() + " of them were written by people and lost cells: see the tab's history");
    }
    return receipt.of(mended.written());
  }
}
