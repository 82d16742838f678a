/** The spreadsheets.values methods: reading, writing, appending, clearing. */
@NullMarked
package dev.patchbay.sandbox.sheets.values;

import org.jspecify.annotations.NullMarked;
