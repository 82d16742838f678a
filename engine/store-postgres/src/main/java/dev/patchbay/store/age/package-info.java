/** How old secrets are, from the tables that hold them. */
@NullMarked
package dev.patchbay.store.age;

import org.jspecify.annotations.NullMarked;
