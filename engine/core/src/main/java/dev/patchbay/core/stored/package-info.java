/** Stores of what people set up under names, and what becomes of a change. */
@NullMarked
package dev.patchbay.core.stored;

import org.jspecify.annotations.NullMarked;
