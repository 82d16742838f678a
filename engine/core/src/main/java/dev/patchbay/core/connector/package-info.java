/** Configured connectors and their run-time state. */
@NullMarked
package dev.patchbay.core.connector;

import org.jspecify.annotations.NullMarked;
