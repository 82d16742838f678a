@NullMarked
package dev.patchbay.spreadsheets.read.csv;

import org.jspecify.annotations.NullMarked;
