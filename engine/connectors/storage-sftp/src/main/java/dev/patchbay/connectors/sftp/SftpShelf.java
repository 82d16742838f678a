package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.sftp.common.SftpException;

/** Sent whole to the workshop, then renamed. The session's deadline is that of every call. */
final class SftpShelf implements Shelf {
  private final Session session;
  private final Workshop workshop;
  private final ReentrantLock placing;

  /**
   * Works through a session.
   *
   * @param placing held while a file is named: OpenSSH renames to a free name in one step, others
   *     look first, and files of one store at least must not meet there
   */
  SftpShelf(Session session, ReentrantLock placing) {
    this.session = session;
    this.workshop = new Workshop(session);
    this.placing = placing;
  }

  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    var found = session.look(session.place(path));
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    if (found.get().isDirectory()) {
      throw StoreFailure.rejected(
          "is-folder", "'" + path + "' is a folder. Name the file otherwise.");
    }
    return OptionalLong.of(found.get().getSize());
  }

  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    try (var in = session.sftp().read(session.place(path))) {
      return Sha256.of(in);
    } catch (IOException refused) {
      throw Failures.of(refused);
    }
  }

  /** Servers tell times by the second. */
  @Override
  public Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    return session
        .look(session.place(path))
        .map(found -> found.getModifyTime() + ", " + found.getSize());
  }

  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    if (session.replaces()) {
      if (!place(file, file.path(), session.posixRename()::posixRename)) {
        throw StoreFailure.retryable("not-replaced", "The server did not replace the file.");
      }
    } else if (!add(file, file.path(), deadline)) {
      throw StoreFailure.target(
          "no-replacing",
          "The server cannot replace a file in one step. Choose another policy, or take the old"
              + " file away.");
    }
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    return place(file, path, session.sftp()::rename);
  }

  private boolean place(FileToStore file, StorePath path, Renaming renaming) throws StoreFailure {
    var part = workshop.send(file);
    boolean placed = false;
    try {
      session.made(path.folders());
      file.fence().demandOpen();
      placed = renamed(part, path, renaming);
      return placed;
    } finally {
      if (!placed) {
        workshop.discard(part);
      }
    }
  }

  private boolean renamed(String part, StorePath path, Renaming renaming) throws StoreFailure {
    placing.lock();
    try {
      renaming.rename(part, session.place(path));
      return true;
    } catch (SftpException refused) {
      if (session.look(session.place(path)).isPresent()) {
        return false;
      }
      throw Failures.of(refused);
    } catch (IOException lost) {
      throw StoreFailure.unknown(
          "no-answer", "The connection broke off when the file was put in its place.");
    } finally {
      placing.unlock();
    }
  }

  /** A call that names a file. */
  @FunctionalInterface
  private interface Renaming {
    void rename(String part, String place) throws IOException;
  }
}
