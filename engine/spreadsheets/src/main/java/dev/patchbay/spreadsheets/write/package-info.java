/**
 * Tables that are written row by row: what they consist of, and what every format has in common.
 */
@NullMarked
package dev.patchbay.spreadsheets.write;

import org.jspecify.annotations.NullMarked;
