/** Comparing what stands in a target with what was delivered there, and delivering it again. */
@NullMarked
package dev.patchbay.core.reconcile;

import org.jspecify.annotations.NullMarked;
