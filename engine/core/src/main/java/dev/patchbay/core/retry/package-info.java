/** Retrying many dead deliveries at once: planned first, run in small steps, durable. */
@NullMarked
package dev.patchbay.core.retry;

import org.jspecify.annotations.NullMarked;
