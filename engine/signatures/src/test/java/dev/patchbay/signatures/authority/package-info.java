@NullMarked
package dev.patchbay.signatures.authority;

import org.jspecify.annotations.NullMarked;
