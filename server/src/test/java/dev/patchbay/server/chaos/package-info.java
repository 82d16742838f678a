/** Everything that the hub stands on fails in turn, under load. */
@NullMarked
package dev.patchbay.server.chaos;

import org.jspecify.annotations.NullMarked;
