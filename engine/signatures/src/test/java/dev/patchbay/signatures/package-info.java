@NullMarked
package dev.patchbay.signatures;

import org.jspecify.annotations.NullMarked;
