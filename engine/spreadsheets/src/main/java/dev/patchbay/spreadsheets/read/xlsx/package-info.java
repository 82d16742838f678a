/**
 * Office Open XML workbooks (ECMA-376), transitional and strict, part by part from their archive.
 */
@NullMarked
package dev.patchbay.spreadsheets.read.xlsx;

import org.jspecify.annotations.NullMarked;
