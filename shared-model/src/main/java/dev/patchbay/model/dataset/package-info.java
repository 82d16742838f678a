/** Datasets: their fields, and what of them is shown to whom. */
@NullMarked
package dev.patchbay.model.dataset;

import org.jspecify.annotations.NullMarked;
