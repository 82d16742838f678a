@NullMarked
package dev.patchbay.pdf.html;

import org.jspecify.annotations.NullMarked;
