/** Takes schedules, says when they are due, and has their runs made. */
@NullMarked
package dev.patchbay.server.schedule;

import org.jspecify.annotations.NullMarked;
