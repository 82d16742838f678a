/** The read model made anew from stored events, beside the one that is read. */
@NullMarked
package dev.patchbay.core.rebuild;

import org.jspecify.annotations.NullMarked;
