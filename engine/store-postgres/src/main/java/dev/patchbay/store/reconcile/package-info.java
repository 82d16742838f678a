/** Keys as they were delivered, and deliveries that are put on their lanes once more. */
@NullMarked
package dev.patchbay.store.reconcile;

import org.jspecify.annotations.NullMarked;
