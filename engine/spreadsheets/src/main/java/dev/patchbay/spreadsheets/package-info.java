/** Rows of spreadsheet files that any office program may have made: XLSX, CSV, TSV. */
@NullMarked
package dev.patchbay.spreadsheets;

import org.jspecify.annotations.NullMarked;
