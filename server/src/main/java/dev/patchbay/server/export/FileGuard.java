package dev.patchbay.server.export;

import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.dataset.Veil;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.dataset.Datasets;
import java.util.Optional;

/**
 * Whether a file that was made for one caller may be handed to another, or to the same under the
 * policy that stands now. Thread-safe.
 */
public record FileGuard(Datasets datasets, ShownFields shown) {
  /** A field in it that is hidden from this caller, if there is one. */
  public Optional<String> concealed(RunView run, Caller caller) {
    if (!run.kind().equals(ExportWork.KIND)) {
      return Optional.empty();
    }
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
