/** Pages as their readers see them, and what is drawn on them. */
@NullMarked
package dev.patchbay.signatures.page;

import org.jspecify.annotations.NullMarked;
