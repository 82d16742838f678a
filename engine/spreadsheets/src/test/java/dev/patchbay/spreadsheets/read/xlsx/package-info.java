@NullMarked
package dev.patchbay.spreadsheets.read.xlsx;

import org.jspecify.annotations.NullMarked;
