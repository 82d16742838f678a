/** A1 notation: columns, ranges, titles and their quoting. */
@NullMarked
package dev.patchbay.sandbox.a1;

import org.jspecify.annotations.NullMarked;
