/** Files that are imported, and the columns of one. */
@NullMarked
package dev.patchbay.console.viewmodel.imports;

import org.jspecify.annotations.NullMarked;
