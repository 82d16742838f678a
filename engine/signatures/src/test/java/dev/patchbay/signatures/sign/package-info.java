@NullMarked
package dev.patchbay.signatures.sign;

import org.jspecify.annotations.NullMarked;
