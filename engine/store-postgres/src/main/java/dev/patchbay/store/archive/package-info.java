/** Accepted events, read for a file of their own. */
@NullMarked
package dev.patchbay.store.archive;

import org.jspecify.annotations.NullMarked;
