package dev.patchbay.connectors.drive;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publisher;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.spi.store.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Files below a folder of Google Drive. Thread-safe. */
final class DriveStore implements FileStore {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final DriveApi api;
  private final Listing listing;
  private final Leftovers leftovers;
  private final Uploads uploads;
  private final Publisher publisher;

  DriveStore(ConnectorContext context) {
    var settings = DriveSettings.of(context.settings());
    this.clock = context.clock();
    this.api = new DriveApi(settings, context);
    this.listing = new Listing(api, settings.folder());
    var ids = new Ids(api);
    var sessions = new Sessions(api);
    this.leftovers = new Leftovers(sessions, clock);
    this.uploads = new Uploads(sessions, listing, ids, leftovers);
    var rivals = new Rivals(listing);
    var folders = new Folders(api, listing, ids, new ReentrantLock());
    this.publisher =
        new Publisher(new DriveShelf(listing, folders, uploads, ids, rivals, new Turns()));
  }

  @Override
  public List<CheckReport.Step> check() {
    var deadline = Deadline.in(PATIENCE);
    return Trial.upToTheFirstFailure(
        List.of(
            new Trial("sign-in", this::signIn),
            new Trial("folder", () -> folder(deadline)),
            new Trial("write", () -> write(deadline))));
  }

  @Override
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    return publisher.publish(file, overwrite, deadline);
  }

  @Override
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    return publisher.find(path, sha256, deadline);
  }

  @Override
  public int sweep(Duration age) throws StoreFailure {
    return leftovers.sweep(clock.instant().minus(age), Deadline.in(PATIENCE));
  }

  @Override
  public void close() {
    api.close();
  }

  private String signIn() throws StoreFailure {
    api.signIn();
    return "Google accepts the credential.";
  }

  private String folder(Deadline deadline) throws StoreFailure {
    listing.demandRoot(deadline);
    return "The folder is there.";
  }

  private String write(Deadline deadline) throws StoreFailure {
    uploads.attempt(listing.root(), deadline);
    return "Files can be added to the folder, and uploads ended that break off.";
  }
}
