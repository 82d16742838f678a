@NullMarked
package dev.patchbay.spreadsheets.csv;

import org.jspecify.annotations.NullMarked;
