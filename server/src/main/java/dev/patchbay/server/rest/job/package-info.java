/** Exports, imports, schedules, runs, and what they need, over REST. */
@NullMarked
package dev.patchbay.server.rest.job;

import org.jspecify.annotations.NullMarked;
