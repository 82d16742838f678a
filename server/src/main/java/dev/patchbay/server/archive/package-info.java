/** Schedules that keep events in files of their own. */
@NullMarked
package dev.patchbay.server.archive;

import org.jspecify.annotations.NullMarked;
