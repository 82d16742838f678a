/**
 * Spreadsheets in memory: cells, grids, tabs, developer metadata. Snapshots are immutable once
 * published.
 */
@NullMarked
package dev.patchbay.sandbox.sheets.model;

import org.jspecify.annotations.NullMarked;
