@NullMarked
package dev.patchbay.signatures.stamp;

import org.jspecify.annotations.NullMarked;
