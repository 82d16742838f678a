/** Imports: rows of a spreadsheet become requests. */
@NullMarked
package dev.patchbay.server.imports;

import org.jspecify.annotations.NullMarked;
