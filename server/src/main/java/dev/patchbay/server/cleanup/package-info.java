/** Schedules that remove what is old. */
@NullMarked
package dev.patchbay.server.cleanup;

import org.jspecify.annotations.NullMarked;
