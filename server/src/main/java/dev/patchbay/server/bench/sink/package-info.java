/**
 * From an event to a service that takes rows by HTTP, which runs beside and notes when they came.
 */
@NullMarked
package dev.patchbay.server.bench.sink;

import org.jspecify.annotations.NullMarked;
