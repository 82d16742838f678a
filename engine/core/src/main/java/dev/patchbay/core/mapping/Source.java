package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;

/** Where a column's value comes from. Pure, thread-safe. */
@FunctionalInterface
interface Source {
  Value read(Envelope event, ObjectNode enriched);
}
