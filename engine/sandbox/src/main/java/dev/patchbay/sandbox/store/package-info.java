/** Where files live, and the journal that carries them over a restart. */
@NullMarked
package dev.patchbay.sandbox.store;

import org.jspecify.annotations.NullMarked;
