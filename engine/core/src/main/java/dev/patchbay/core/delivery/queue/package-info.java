/**
 * What lanes keep: deliveries in their order, attempts with their outcome, who works which lane.
 */
@NullMarked
package dev.patchbay.core.delivery.queue;

import org.jspecify.annotations.NullMarked;
