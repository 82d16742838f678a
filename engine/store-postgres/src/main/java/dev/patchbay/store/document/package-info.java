/** Documents that were made, in tables. */
@NullMarked
package dev.patchbay.store.document;

import org.jspecify.annotations.NullMarked;
