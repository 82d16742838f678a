/** Bulk retries, durable over restarts. */
@NullMarked
package dev.patchbay.store.retry;

import org.jspecify.annotations.NullMarked;
