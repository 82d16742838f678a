/** The methods of Sheets v4 outside values and batchUpdate. */
@NullMarked
package dev.patchbay.sandbox.sheets;

import org.jspecify.annotations.NullMarked;
