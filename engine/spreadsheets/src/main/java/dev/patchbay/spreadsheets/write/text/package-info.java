/** Text files: separated values and JSON lines. */
@NullMarked
package dev.patchbay.spreadsheets.write.text;

import org.jspecify.annotations.NullMarked;
