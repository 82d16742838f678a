package dev.patchbay.model.job;

import java.time.Instant;

/** What happened to a run. */
public record RunLogLine(Instant at, String text) {}
