package dev.patchbay.server.export;

import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.dataset.Veil;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.dataset.HiddenFields;
import java.util.Optional;

/**
 * Whether a file that was made for one caller may be handed to another, or to the same under the
 * policy that stands now. Thread-safe.
 */
public record FileGuard(Datasets datasets, ShownFields shown) {
  /** Why this caller is not given it, empty if nothing in it is hidden from them. */
  public Optional<String> withheld(RunView run, Caller caller) {
    if (run.kind().equals(ScheduledWork.Archive.KIND) && caller.role() != Role.ADMIN) {
      return Optional.of("The file holds events as they came; only administrators are given it.");
    }
    return run.kind().equals(ExportWork.KIND)
        ? concealed(run, caller).map(HiddenFields::isInFile)
        : Optional.empty();
  }

  private Optional<String> concealed(RunView run, Caller caller) {
    var dataset = Dataset.of(shown.datasetOf(run.id())).orElseThrow();
    var veil = datasets.veil(dataset, caller);
    return shown
        .of(run.id())
        .map(fields -> Optional.ofNullable(veil.concealed(fields)))
        .orElseGet(() -> anything(dataset, veil));
  }

  /** Of a file that says nothing of itself all fields may be in it. */
  private Optional<String> anything(Dataset dataset, Veil veil) {
    return datasets.fields().headers(dataset).keySet().stream().filter(veil::hides).findFirst();
  }
}
