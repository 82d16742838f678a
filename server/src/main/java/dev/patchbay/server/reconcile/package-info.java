/** Schedules that compare what stands in a target with what was delivered there. */
@NullMarked
package dev.patchbay.server.reconcile;

import org.jspecify.annotations.NullMarked;
