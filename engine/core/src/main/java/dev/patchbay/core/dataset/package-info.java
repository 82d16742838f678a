/** Datasets: what of them is shown to whom. Whatever reads one reads it through its veil. */
@NullMarked
package dev.patchbay.core.dataset;

import org.jspecify.annotations.NullMarked;
