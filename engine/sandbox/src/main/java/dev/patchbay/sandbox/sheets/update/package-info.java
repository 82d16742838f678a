/** spreadsheets.batchUpdate: one class per kind of request, listed in one table. */
@NullMarked
package dev.patchbay.sandbox.sheets.update;

import org.jspecify.annotations.NullMarked;
