/** Files in a directory of the hub's own machine, or one that is mounted there. */
@NullMarked
package dev.patchbay.connectors.local;

import org.jspecify.annotations.NullMarked;
