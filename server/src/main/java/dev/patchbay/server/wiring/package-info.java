/** The one place that says {@code new}: composes the rooms into a running hub. */
@NullMarked
package dev.patchbay.server.wiring;

import org.jspecify.annotations.NullMarked;
