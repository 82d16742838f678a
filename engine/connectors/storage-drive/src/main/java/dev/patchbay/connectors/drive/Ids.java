package dev.patchbay.connectors.drive;

import com.google.api.services.drive.model.File;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;

/** Ids of files and folders, known before they are made; Drive gives each to one only. */
record Ids(DriveApi api) {
  private static final String SPACE = "drive";

  /** One that nothing has. */
  String next(Deadline deadline) throws StoreFailure {
    var generated =
        api.ask(
            "drive.files.generateIds",
            deadline,
            drive -> drive.files().generateIds().setCount(1).setSpace(SPACE).execute());
    return generated.getIds().getFirst();
  }

  /**
   * Puts what has an id into the bin, where a person finds it for 30 days. Only managers of a
   * shared drive may delete.
   */
  void trash(String id, Deadline deadline) throws StoreFailure {
    var _ =
        api.find(
            "drive.files.update",
            deadline,
            drive ->
                drive
                    .files()
                    .update(id, new File().setTrashed(true))
                    .setSupportsAllDrives(true)
                    .setFields("id")
                    .execute());
  }
}
