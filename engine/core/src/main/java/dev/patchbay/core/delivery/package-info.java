/** Lanes, deliveries, attempts: how rows reach their targets effectively once. */
@NullMarked
package dev.patchbay.core.delivery;

import org.jspecify.annotations.NullMarked;
