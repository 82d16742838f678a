/** PDF files signed, checked and stamped, in a process of its own. */
@NullMarked
package dev.patchbay.signatures;

import org.jspecify.annotations.NullMarked;
