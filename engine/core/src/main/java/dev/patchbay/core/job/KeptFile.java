package dev.patchbay.core.job;

import dev.patchbay.model.job.RunView.ResultFile;

/**
 * A file that a run made, kept where all nodes see it.
 *
 * @param run whose it is
 */
public record KeptFile(String run, ResultFile file) {}
