/** The durable log of accepted events in PostgreSQL. */
@NullMarked
package dev.patchbay.store.inbox;

import org.jspecify.annotations.NullMarked;
