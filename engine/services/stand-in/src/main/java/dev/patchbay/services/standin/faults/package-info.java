/** Planned misbehaviour, and counts of calls. */
@NullMarked
package dev.patchbay.services.standin.faults;

import org.jspecify.annotations.NullMarked;
