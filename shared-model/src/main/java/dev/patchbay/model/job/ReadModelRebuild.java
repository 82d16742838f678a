package dev.patchbay.model.job;

import java.util.List;

/**
 * Read models that are made anew from stored events.
 *
 * @param datasets their names, in the order in which they are rebuilt; at least one
 */
public record ReadModelRebuild(List<String> datasets) {
  /** Kind of its runs. */
  public static final String KIND = "rebuild";

  public ReadModelRebuild {
    datasets = List.copyOf(datasets);
  }
}
