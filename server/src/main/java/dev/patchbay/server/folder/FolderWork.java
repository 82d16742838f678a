package dev.patchbay.server.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.imports.WatchedFiles;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.HeldConnector;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.imports.ImportDesk;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Imports the files of folders. A run looks into its folder, takes what lies still, and waits until
 * the imports have ended; then it puts the files aside. Thread-safe.
 */
public final class FolderWork implements StepWork {
  private final Configuration configuration;
  private final Parts parts;

  /** What it works with. */
  public record Parts(WatchedFiles files, ImportDesk imports, JobRuns runs, InstantSource clock) {}

  public FolderWork(Configuration configuration, Parts parts) {
    this.configuration = configuration;
    this.parts = parts;
  }

  @Override
  public String kind() {
    return ScheduledWork.Import.KIND;
  }

  @Override
  public Ending work(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var order = order(run);
    demandSound(order);
    try {
      var shelf = new FolderShelf(source(order.connector()), order, folder);
      return new FolderLook(parts, run, order, shelf).work(progress);
    } catch (StoreFailure failure) {
      throw new PostponedRunException(String.valueOf(failure.getMessage()));
    } catch (LostRunException lost) {
      return new Ending.Done(); // which another node decides: nothing of this is noted
    }
  }

  private static FolderImport order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), FolderImport.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the import.");
    }
  }

  /** No file is to blame for what somebody has taken away. */
  private void demandSound(FolderImport order) throws HopelessRunException {
    for (var fault : parts.imports().faults(order.draft())) {
      throw new HopelessRunException(
          "The schedule cannot import any more: its %s %s."
              .formatted(fault.field().substring(1), fault.message()));
    }
  }

  private FileSource source(String connector) throws IOException {
    HeldConnector.demandFree(configuration, connector);
    return configuration
        .openStore(connector)
        .flatMap(FileStore::source)
        .orElseThrow(() -> HeldConnector.missing(connector));
  }
}
