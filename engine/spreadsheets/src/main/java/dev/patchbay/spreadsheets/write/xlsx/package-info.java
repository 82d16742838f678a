/** Office Open XML workbooks (ECMA-376, transitional), streamed with inline texts. */
@NullMarked
package dev.patchbay.spreadsheets.write.xlsx;

import org.jspecify.annotations.NullMarked;
