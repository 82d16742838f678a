/** Planned misbehaviour: answers that are dropped, late, slow or refused. */
@NullMarked
package dev.patchbay.sandbox.faults;

import org.jspecify.annotations.NullMarked;
