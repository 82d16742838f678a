package dev.patchbay.server.folder;

import dev.patchbay.core.file.NamePattern;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.imports.ImportDesk;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.StorePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the import of a folder, by field. Thread-safe. */
public record FolderFaults(Configuration configuration, ImportDesk imports) {
  private static final int LONGEST_SETTLING = 3_600;
  private static final int MOST_FILES = 100;

  /** All of them. */
  public List<FieldError> of(FolderImport order) {
    var faults = new ArrayList<FieldError>();
    if (configuration.openStore(order.connector()).flatMap(FileStore::source).isEmpty()) {
      faults.add(new FieldError("/connector", "is no connector whose files can be taken"));
    }
    if (StorePath.in(order.folders(), "file").isEmpty()) {
      faults.add(
          new FieldError(
              "/folder",
              "must be names of folders parted by slashes, such as requests/new; leave it out for"
                  + " the top of the store"));
    }
    NamePattern.fault(order.pattern())
        .ifPresent(fault -> faults.add(new FieldError("/pattern", fault)));
    faults.addAll(imports.faults(order.draft()));
    bounds("/settleSeconds", order.settleSeconds(), LONGEST_SETTLING).ifPresent(faults::add);
    bounds("/most", order.most(), MOST_FILES).ifPresent(faults::add);
    return faults;
  }

  private static Optional<FieldError> bounds(String field, @Nullable Integer value, int most) {
    return value == null || (value >= 1 && value <= most)
        ? Optional.empty()
        : Optional.of(new FieldError(field, "must be 1 to " + most));
  }
}
