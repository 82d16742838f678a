/** What people look up, by keyset. */
@NullMarked
package dev.patchbay.store.history;

import org.jspecify.annotations.NullMarked;
