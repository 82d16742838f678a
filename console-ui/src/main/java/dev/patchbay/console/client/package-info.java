/** Talks to the hub: REST calls, server-sent events, failures as values. Knows no JavaFX. */
@NullMarked
package dev.patchbay.console.client;

import org.jspecify.annotations.NullMarked;
