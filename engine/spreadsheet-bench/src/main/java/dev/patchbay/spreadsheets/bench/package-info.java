/** Programs that the bench starts: the same table written and read by several libraries. */
@NullMarked
package dev.patchbay.spreadsheets.bench;

import org.jspecify.annotations.NullMarked;
