/** Files that are imported: header mapping, progress, wrong cells. */
@NullMarked
package dev.patchbay.console.view.imports;

import org.jspecify.annotations.NullMarked;
