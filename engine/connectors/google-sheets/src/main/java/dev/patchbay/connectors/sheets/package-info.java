/**
 * Rows to tabs of Google spreadsheets, exactly once: every batch is one atomic {@code
 * spreadsheets.batchUpdate} that carries its rows and its token. The path of a batch: {@link
 * dev.patchbay.connectors.sheets.TabLoader} reads what must be known, {@link
 * dev.patchbay.connectors.sheets.Planner} gives each row its place, {@link
 * dev.patchbay.connectors.sheets.BatchRequests} writes the call, {@link
 * dev.patchbay.connectors.sheets.Verification} checks its answer, and {@link
 * dev.patchbay.connectors.sheets.Repair} mends what people moved in between.
 */
@NullMarked
package dev.patchbay.connectors.sheets;

import org.jspecify.annotations.NullMarked;
