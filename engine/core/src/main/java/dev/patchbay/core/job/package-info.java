/** Runs of jobs: claimed by one node at a time, worked with progress, taken over when it dies. */
@NullMarked
package dev.patchbay.core.job;

import org.jspecify.annotations.NullMarked;
