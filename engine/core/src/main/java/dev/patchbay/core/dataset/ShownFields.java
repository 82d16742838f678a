package dev.patchbay.core.dataset;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.model.route.PiiPolicy;
import java.util.Map;
import java.util.Optional;

/** How the fields in the file of a run are shown, and those that chose its rows. Thread-safe. */
public interface ShownFields {
  /** Notes it before the file is made; for nothing if another node has the run. */
  void note(ClaimedRun run, Map<String, PiiPolicy> shown);

  /** What was noted of a run; empty if nothing was. */
  Optional<Map<String, PiiPolicy>> of(String run);

  /** Name of the dataset that an export is of. */
  String datasetOf(String run);
}
