/**
 * What the author of an intake sees: a channel that events of core services arrive by, such as a
 * Redis stream or a Kafka topic. An intake brings what it reads to a sink, and tells the broker
 * that it is done only after the hub has stored it.
 */
@NullMarked
package dev.patchbay.spi.intake;

import org.jspecify.annotations.NullMarked;
