/** The way from an intake to the inbox, and what the hub keeps about its intakes. */
@NullMarked
package dev.patchbay.core.intake;

import org.jspecify.annotations.NullMarked;
