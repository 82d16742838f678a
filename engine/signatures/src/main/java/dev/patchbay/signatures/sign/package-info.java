/** Signatures: keys, levels and how they are shown. */
@NullMarked
package dev.patchbay.signatures.sign;

import org.jspecify.annotations.NullMarked;
