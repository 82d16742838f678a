/** Schedules and runs, and how they stand. */
@NullMarked
package dev.patchbay.console.viewmodel.jobs;

import org.jspecify.annotations.NullMarked;
