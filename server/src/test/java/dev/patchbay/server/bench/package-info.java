/** Arithmetic and writing of the bench; what it measures is run by hand. */
@NullMarked
package dev.patchbay.server.bench;

import org.jspecify.annotations.NullMarked;
