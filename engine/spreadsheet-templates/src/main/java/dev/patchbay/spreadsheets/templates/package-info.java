/** Workbooks that are made by people and filled with rows. */
@NullMarked
package dev.patchbay.spreadsheets.templates;

import org.jspecify.annotations.NullMarked;
