package dev.patchbay.connectors.sftp;

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

/** Files below a directory of an SSH server; each call logs in anew. Thread-safe. */
final class SftpStore implements FileStore {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Login login;
  private final InstantSource clock;
  private final ReentrantLock placing = new ReentrantLock();

  SftpStore(SftpSettings settings, ConnectorContext context) {
    this.login = new Login(settings, context);
    this.clock = context.clock();
  }

  @Override
  public List<CheckReport.Step> check() {
    try (var session = login.open(Deadline.in(PATIENCE))) {
      var workshop = new Workshop(session);
      workshop.tryOut();
      return List.of(
          new CheckReport.Step("reach", true, "The server takes the credential."),
          new CheckReport.Step("write", true, "The directory can be written to."),
          replacing(session));
    } catch (StoreFailure failure) {
      return failed(failure);
    }
  }

  @Override
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    if (deadline.passed()) {
      return StoreFailure.retryable("too-late", "The time for this attempt had passed.")
          .publication();
    }
    try (var session = login.open(deadline)) {
      return new Publisher(new SftpShelf(session, placing)).publish(file, overwrite, deadline);
    } catch (StoreFailure failure) {
      return failure.publication();
    }
  }

  @Override
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    try (var session = login.open(deadline)) {
      return new Publisher(new SftpShelf(session, placing)).find(path, sha256, deadline);
    } catch (StoreFailure failure) {
      return new Standing.NotKnown(failure.publication());
    }
  }

  @Override
  public int sweep(Duration age) throws StoreFailure {
    try (var session = login.open(Deadline.in(PATIENCE))) {
      return new Workshop(session).sweep(clock.instant().minus(age));
    }
  }

  @Override
  public Optional<FileSource> source() {
    return Optional.of(new SftpSource(login, placing));
  }

  @Override
  public void close() {
    login.close();
  }

  private static CheckReport.Step replacing(Session session) {
    return session.replaces()
        ? new CheckReport.Step("replace", true, "Files are replaced in one step.")
        : new CheckReport.Step(
            "replace",
            true,
            "The server cannot replace a file in one step: a file that stands there is kept, and"
                + " the new one is refused or gets a number.");
  }

  private static List<CheckReport.Step> failed(StoreFailure failure) {
    return List.of(new CheckReport.Step("reach", false, String.valueOf(failure.getMessage())));
  }
}
