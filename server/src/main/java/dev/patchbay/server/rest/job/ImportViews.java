package dev.patchbay.server.rest.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore.StoredImport;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.server.http.ServerJson;

/** Imports as the API shows them. */
final class ImportViews {
  private ImportViews() {}

  static ImportView view(StoredImport stored) {
    var run = stored.run();
    var order = order(stored);
    var standing = stored.standing();
    return new ImportView(
        run.id(),
        run.name(),
        order.file(),
        order.service(),
        order.profile(),
        order.dryRun(),
        run.state(),
        standing.pass(),
        run.askedBy(),
        run.askedAt(),
        run.startedAt(),
        run.endedAt(),
        run.rows(),
        run.total(),
        standing.counts(),
        order.ignored(),
        stored.report(),
        stored.annotated(),
        run.reason());
  }

  private static ImportOrder order(StoredImport stored) {
    try {
      return ServerJson.MAPPER.readValue(stored.request(), ImportOrder.class);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("import " + stored.run().id() + " cannot be read", bug);
    }
  }
}
