/** What people are told of runs that failed: queued with the end of the run, sent by mail. */
@NullMarked
package dev.patchbay.core.notice;

import org.jspecify.annotations.NullMarked;
