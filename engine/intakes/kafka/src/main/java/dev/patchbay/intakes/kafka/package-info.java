/** Kafka intake. */
@NullMarked
package dev.patchbay.intakes.kafka;

import org.jspecify.annotations.NullMarked;
