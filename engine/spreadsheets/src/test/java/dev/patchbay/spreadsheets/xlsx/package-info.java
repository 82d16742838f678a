@NullMarked
package dev.patchbay.spreadsheets.xlsx;

import org.jspecify.annotations.NullMarked;
