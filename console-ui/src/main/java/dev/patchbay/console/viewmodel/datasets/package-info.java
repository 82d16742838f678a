/** Datasets and the policies that are being written. */
@NullMarked
package dev.patchbay.console.viewmodel.datasets;

import org.jspecify.annotations.NullMarked;
