@NullMarked
package dev.patchbay.pdf;

import org.jspecify.annotations.NullMarked;
