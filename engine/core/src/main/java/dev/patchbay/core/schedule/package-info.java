/**
 * What runs at its times: schedules, the days on which they rest, and the runs that come of them.
 * Whoever keeps the time says that a schedule is due; however often it is said, of each schedule
 * and time there is one run.
 */
@NullMarked
package dev.patchbay.core.schedule;

import org.jspecify.annotations.NullMarked;
