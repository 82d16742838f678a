package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.BoundedCopy;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Files of the server; each call logs in anew.
 *
 * @param placing held while a file is named, as in {@link SftpShelf}
 */
record SftpSource(Login login, ReentrantLock placing) implements FileSource {
  @Override
  public List<FoundFile> list(List<String> folder, Deadline deadline) throws StoreFailure {
    try (var session = login.open(deadline)) {
      var place = folder.isEmpty() ? session.place(List.of(".")) : session.place(folder);
      if (session.look(place).filter(SftpClient.Attributes::isDirectory).isEmpty()) {
        throw FileSource.noFolder(folder);
      }
      return files(session, folder, place);
    }
  }

  private static List<FoundFile> files(Session session, List<String> folder, String place)
      throws StoreFailure {
    var found = new ArrayList<FoundFile>();
    try {
      for (var entry : session.sftp().readDir(place)) {
        StorePath.in(folder, entry.getFilename())
            .flatMap(path -> seen(path, entry.getAttributes()))
            .ifPresent(found::add);
        if (found.size() > MOST_LISTED) {
          throw FileSource.tooMany();
        }
      }
    } catch (IOException refused) {
      throw Failures.of(refused);
    }
    found.sort(Comparator.comparing(file -> file.path().name()));
    return found;
  }

  private static Optional<FoundFile> seen(StorePath path, SftpClient.Attributes is) {
    return is.isRegularFile()
        ? Optional.of(new FoundFile(path, is.getSize(), is.getModifyTime().toInstant()))
        : Optional.empty();
  }

  @Override
  public void read(StorePath path, long most, OutputStream to, Deadline deadline)
      throws StoreFailure {
    try (var session = login.open(deadline)) {
      if (session.look(session.place(path)).isEmpty()) {
        throw FileSource.gone(path);
      }
      try (var in = session.sftp().read(session.place(path))) {
        BoundedCopy.copy(path, in, most, to, deadline);
      } catch (IOException refused) {
        throw Failures.of(refused);
      }
    }
  }

  @Override
  public Moved move(FoundFile file, StorePath to, Deadline deadline) throws StoreFailure {
    try (var session = login.open(deadline)) {
      var stands =
          session
              .look(session.place(file.path()))
              .flatMap(attributes -> seen(file.path(), attributes));
      if (stands.isEmpty()) {
        return Moved.GONE;
      }
      return stands.get().equals(file) ? moved(session, file.path(), to) : Moved.CHANGED;
    }
  }

  private Moved moved(Session session, StorePath from, StorePath to) throws StoreFailure {
    session.made(to.folders());
    var target = session.place(to);
    placing.lock();
    try {
      if (session.look(target).isPresent()) {
        return Moved.TAKEN;
      }
      session.sftp().rename(session.place(from), target);
      return Moved.MOVED;
    } catch (SftpException refused) {
      if (session.look(target).isPresent()) {
        return Moved.TAKEN;
      }
      throw Failures.of(refused);
    } catch (IOException lost) {
      throw StoreFailure.unknown("no-answer", "The connection broke off when a file was moved.");
    } finally {
      placing.unlock();
    }
  }
}
