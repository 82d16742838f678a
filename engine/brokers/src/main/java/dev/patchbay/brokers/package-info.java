/**
 * A real Redis and a real Kafka from Maven, each in the foreground of a process of its own, for
 * demo, bench and tests. Not part of what people install.
 */
@NullMarked
package dev.patchbay.brokers;

import org.jspecify.annotations.NullMarked;
