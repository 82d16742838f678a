/** Patchbay in a process of its own, for the demos and the bench. */
@NullMarked
package dev.patchbay.server.child;

import org.jspecify.annotations.NullMarked;
