/**
 * Events that arrive by a Redis stream. A consumer group hands each entry to one node; it is
 * acknowledged after the hub has stored it, and what Redis dropped before is reported. Made for
 * Redis 6.2 and newer.
 */
@NullMarked
package dev.patchbay.intakes.redis;

import org.jspecify.annotations.NullMarked;
