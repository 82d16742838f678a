/** How old secrets are. */
@NullMarked
package dev.patchbay.core.age;

import org.jspecify.annotations.NullMarked;
