/**
 * What the author of an intake sees of the way back: the hub's own events, sent out at the broker
 * that the core service's events come from.
 */
@NullMarked
package dev.patchbay.spi.publish;

import org.jspecify.annotations.NullMarked;
