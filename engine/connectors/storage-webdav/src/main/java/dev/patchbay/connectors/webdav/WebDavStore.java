package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publisher;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Files below a folder of a WebDAV server. Thread-safe. */
final class WebDavStore implements FileStore {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Site site;
  private final Folders folders;
  private final Workshop workshop;
  private final Moving moving;
  private final Publisher publisher;

  WebDavStore(WebDavSettings settings, ConnectorContext context) {
    this.clock = context.clock();
    this.site = new Site(settings, context);
    this.folders = new Folders(site);
    this.workshop = new Workshop(site, folders);
    this.moving = new Moving(site, new ReentrantLock());
    this.publisher = new Publisher(new WebDavShelf(site, folders, workshop, moving));
  }

  @Override
  public List<CheckReport.Step> check() {
    return new Check(folders, workshop, moving, Deadline.in(PATIENCE)).steps();
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
    return workshop.sweep(clock.instant().minus(age), Deadline.in(PATIENCE));
  }

  @Override
  public Optional<FileSource> source() {
    return Optional.of(new WebDavSource(site, folders, moving));
  }

  @Override
  public void close() {
    site.close();
  }
}
