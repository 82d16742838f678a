package dev.patchbay.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and how it stands.
 *
 * @param does what it does, for people, in English
 * @param words its times, for people, in English
 * @param next when it is due, null if it rests, runs after another, or never is due again
 * @param last its newest run, null if there was none
 */
public record ScheduleView(
    ScheduleDraft draft,
    String does,
    String words,
    @Nullable Instant next,
    @Nullable RunView last,
    long version,
    Instant changedAt,
    String changedBy) {}
