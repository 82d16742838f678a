/** Datasets, and the policies that say what of them is shown to whom. */
@NullMarked
package dev.patchbay.console.view.datasets;

import org.jspecify.annotations.NullMarked;
