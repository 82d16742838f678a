/** Imports: rows of a spreadsheet that become requests. */
@NullMarked
package dev.patchbay.model.imports;

import org.jspecify.annotations.NullMarked;
