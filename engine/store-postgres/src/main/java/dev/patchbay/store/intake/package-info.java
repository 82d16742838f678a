/** What the hub keeps about its intakes, in PostgreSQL. */
@NullMarked
package dev.patchbay.store.intake;

import org.jspecify.annotations.NullMarked;
