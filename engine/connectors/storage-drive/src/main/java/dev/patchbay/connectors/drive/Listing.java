package dev.patchbay.connectors.drive;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what is in folders, from the one that all begins with. Thread-safe. */
final class Listing {
  private static final int PAGE = 100;

  private final DriveApi api;
  private final String root;
  private volatile Optional<String> sharedDrive = Optional.empty();

  Listing(DriveApi api, String root) {
    this.api = api;
    this.root = root;
  }

  String root() {
    return root;
  }

  /** Looks whether the folder is there and not in the bin, where files would go to unseen. */
  void demandRoot(Deadline deadline) throws StoreFailure {
    var folder =
        api.ask(
            "drive.files.get",
            deadline,
            drive ->
                drive
                    .files()
                    .get(root)
                    .setSupportsAllDrives(true)
                    .setFields("id,mimeType,trashed,driveId")
                    .execute());
    if (Boolean.TRUE.equals(folder.getTrashed())) {
      throw StoreFailure.target(
          "no-directory", "The folder is in the bin. Restore it, or name another.");
    }
    if (!Entry.FOLDER.equals(folder.getMimeType())) {
      throw StoreFailure.target("no-directory", "What is named is no folder. Name a folder.");
    }
    sharedDrive = Optional.ofNullable(folder.getDriveId());
  }

  /** What has exactly this name in a folder, files and folders, without what is in the bin. */
  List<Entry> named(String folder, String name, Deadline deadline) throws StoreFailure {
    var query =
        "'%s' in parents and name = '%s' and trashed = false"
            .formatted(escaped(folder), escaped(name));
    // Drive takes upper and lower case for the same.
    return all(query, deadline).stream().filter(entry -> entry.name().equals(name)).toList();
  }

  /** What has an id, empty if nothing has or it is in the bin. */
  Optional<Entry> withId(String id, Deadline deadline) throws StoreFailure {
    return api.find(
            "drive.files.get",
            deadline,
            drive ->
                drive.files().get(id).setSupportsAllDrives(true).setFields(Entry.FIELDS).execute())
        .filter(file -> !Boolean.TRUE.equals(file.getTrashed()))
        .map(Entry::of);
  }

  private List<Entry> all(String query, Deadline deadline) throws StoreFailure {
    var found = new ArrayList<Entry>();
    @Nullable String token = null;
    do {
      var page = page(query, token, deadline);
      for (File file : Optional.ofNullable(page.getFiles()).orElse(List.of())) {
        found.add(Entry.of(file));
      }
      token = page.getNextPageToken();
    } while (token != null);
    return found;
  }

  private FileList page(String query, @Nullable String token, Deadline deadline)
      throws StoreFailure {
    return api.ask(
        "drive.files.list",
        deadline,
        drive ->
            scoped(drive)
                .setQ(query)
                .setPageSize(PAGE)
                .setPageToken(token)
                .setFields("nextPageToken,files(" + Entry.FIELDS + ")")
                .execute());
  }

  /** Without the drive's name, Drive shows of a shared drive only what the account looked at. */
  private Drive.Files.List scoped(Drive drive) throws IOException {
    var list = drive.files().list().setSupportsAllDrives(true).setIncludeItemsFromAllDrives(true);
    var shared = sharedDrive;
    return shared.isPresent() ? list.setCorpora("drive").setDriveId(shared.get()) : list;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
