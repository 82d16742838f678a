/** Holds the stand-in to the contracts in {@code docs/contracts}. */
@NullMarked
package dev.patchbay.services.standin.contract;

import org.jspecify.annotations.NullMarked;
