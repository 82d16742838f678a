/** Which fonts documents name, which of them are here, and which stand in for the others. */
@NullMarked
package dev.patchbay.pdf.font;

import org.jspecify.annotations.NullMarked;
