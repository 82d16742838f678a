/** How values are typed in and shown: user-entered parsing, number formats, formulas. */
@NullMarked
package dev.patchbay.sandbox.format;

import org.jspecify.annotations.NullMarked;
