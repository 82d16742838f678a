/**
 * Says when schedules are due. Quartz keeps the time, clustered: of all nodes one is woken for each
 * firing, and another if that one dies. Which times a cron expression means is decided here, and
 * what becomes of them in core.
 */
@NullMarked
package dev.patchbay.scheduler;

import org.jspecify.annotations.NullMarked;
