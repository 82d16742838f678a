/** Text files with separated values: which encoding, which separator, which rows. */
@NullMarked
package dev.patchbay.spreadsheets.read.csv;

import org.jspecify.annotations.NullMarked;
