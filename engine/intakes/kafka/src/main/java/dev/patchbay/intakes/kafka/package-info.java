/**
 * Events that arrive by topics of Apache Kafka. An offset is committed only after the hub stored
 * the records before it; what is in doubt is read again, because the hub stores an event once.
 */
@NullMarked
package dev.patchbay.intakes.kafka;

import org.jspecify.annotations.NullMarked;
