/** Deliveries, their attempts and what they wrote. */
@NullMarked
package dev.patchbay.model.delivery;

import org.jspecify.annotations.NullMarked;
