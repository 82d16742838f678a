/** From deliveries to the rows of one batch. */
@NullMarked
package dev.patchbay.core.delivery.row;

import org.jspecify.annotations.NullMarked;
