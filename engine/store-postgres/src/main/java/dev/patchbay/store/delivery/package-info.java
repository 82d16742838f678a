/** Lanes, deliveries, attempts, nodes and call budgets in PostgreSQL. */
@NullMarked
package dev.patchbay.store.delivery;

import org.jspecify.annotations.NullMarked;
