package dev.patchbay.server.export.delivery;

import dev.patchbay.core.file.FilePathTemplate;
import dev.patchbay.core.file.FilePathTemplate.Compiled;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.HeldConnector;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the files of runs to stores. The file and its path are the same at every try, so a store
 * that was asked before finds it there and keeps one. Thread-safe.
 */
public final class StoreDelivery {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Configuration configuration;
  private final JobRuns runs;

  public StoreDelivery(Configuration configuration, JobRuns runs) {
    this.configuration = configuration;
    this.runs = runs;
  }

  /** Faults of a place, by field. */
  public List<FieldError> faults(StorePlace place, String at) {
    var faults = new ArrayList<FieldError>();
    if (configuration.openStore(place.connector()).isEmpty()) {
      faults.add(new FieldError(at + "/connector", "is no connector that takes files"));
    }
    if (FilePathTemplate.compile(place.path()) instanceof Compiled.Faulty(var message)) {
      faults.add(new FieldError(at + "/path", message));
    }
    return faults;
  }

  /**
   * Stores a file and tells where.
   *
   * @throws StoppedRunException if another node has the run: the file is not put in its place
   */
  public String publish(StorePlace place, FilePathValues values, ClaimedRun run, KeptFile kept)
      throws IOException, HopelessRunException, StoppedRunException {
    var path = template(place).path(values);
    var fence = new RunFence(runs, run);
    var file =
        new FileToStore(
            path,
            kept.file().length(),
            kept.file().sha256(),
            kept.file().mediaType(),
            Map.of("title", kept.file().name()),
            () -> runs.file(kept.run()),
            fence);
    var publication =
        store(place.connector()).publish(file, overwrite(place), Deadline.in(LONGEST));
    if (fence.isLost()) {
      throw StoppedRunException.lost();
    }
    return place.connector() + "/" + stored(publication, place.connector());
  }

  private static FilePathTemplate template(StorePlace place) throws HopelessRunException {
    return switch (FilePathTemplate.compile(place.path())) {
      case Compiled.Ready(var template) -> template;
      case Compiled.Faulty(var message) ->
          throw new HopelessRunException("The path of the store " + message);
    };
  }

  private FileStore store(String connector) throws IOException {
    HeldConnector.demandFree(configuration, connector);
    return configuration.openStore(connector).orElseThrow(() -> HeldConnector.missing(connector));
  }

  private static Overwrite overwrite(StorePlace place) {
    return switch (place.overwrite()) {
      case REPLACE -> Overwrite.REPLACE;
      case REFUSE -> Overwrite.REFUSE;
      case NEW_NAME -> Overwrite.NEW_NAME;
    };
  }

  private static StorePath stored(Publication publication, String connector)
      throws IOException, HopelessRunException {
    return switch (publication) {
      case Publication.Stored(var path) -> path;
      case Publication.NotStored(var cause, _) -> throw later(cause);
      case Publication.Unknown(var cause) -> throw later(cause);
      case Publication.TargetRefused(var cause) -> throw later(cause);
      case Publication.CredentialRefused(var cause) -> throw later(cause);
      case Publication.Rejected(var cause) -> throw new HopelessRunException(cause.message());
      case Publication.Exists(var path) ->
          throw new HopelessRunException(
              "Another file stands at '%s' of '%s' and is not to be replaced."
                  .formatted(path, connector));
    };
  }

  /** A person may mend it meanwhile. */
  private static IOException later(Cause cause) {
    return new PostponedRunException(cause.message());
  }
}
