/** Event fields to typed, partial rows. Pure. */
@NullMarked
package dev.patchbay.core.mapping;

import org.jspecify.annotations.NullMarked;
