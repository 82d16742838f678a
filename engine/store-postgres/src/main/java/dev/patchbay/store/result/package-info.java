/** The outbox of results, in PostgreSQL. */
@NullMarked
package dev.patchbay.store.result;

import org.jspecify.annotations.NullMarked;
