/** Calls counted per minute and refused over Google's limits; statistics of all calls. */
@NullMarked
package dev.patchbay.sandbox.quota;

import org.jspecify.annotations.NullMarked;
