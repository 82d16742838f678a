/** Schedules and runs as lists, and a run beside them. */
@NullMarked
package dev.patchbay.console.view.jobs;

import org.jspecify.annotations.NullMarked;
