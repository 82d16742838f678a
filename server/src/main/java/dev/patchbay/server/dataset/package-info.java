/** Datasets: who is shown what of them, and the policies that say so. */
@NullMarked
package dev.patchbay.server.dataset;

import org.jspecify.annotations.NullMarked;
