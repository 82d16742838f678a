/**
 * Imports of spreadsheets: which column fills which field, what a row becomes, what is wrong with
 * it. Files and tables are none of its business.
 */
@NullMarked
package dev.patchbay.core.imports;

import org.jspecify.annotations.NullMarked;
