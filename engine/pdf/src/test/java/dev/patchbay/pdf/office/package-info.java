@NullMarked
package dev.patchbay.pdf.office;

import org.jspecify.annotations.NullMarked;
