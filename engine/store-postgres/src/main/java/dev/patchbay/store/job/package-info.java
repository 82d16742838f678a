/** Runs of jobs and what came of them. */
@NullMarked
package dev.patchbay.store.job;

import org.jspecify.annotations.NullMarked;
