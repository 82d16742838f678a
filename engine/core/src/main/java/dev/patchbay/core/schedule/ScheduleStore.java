package dev.patchbay.core.schedule;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.job.ScheduleDraft;

/** Schedules as all nodes see them. The runs of one that is taken away stay. */
public interface ScheduleStore extends NamedStore<ScheduleDraft, Schedule> {}
