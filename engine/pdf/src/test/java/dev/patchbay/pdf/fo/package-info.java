@NullMarked
package dev.patchbay.pdf.fo;

import org.jspecify.annotations.NullMarked;
