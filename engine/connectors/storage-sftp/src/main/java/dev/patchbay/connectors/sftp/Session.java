package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A login of one call, with paths of the store put below its directory. */
final class Session implements AutoCloseable {
  private final SftpClient sftp;
  private final String directory;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  Session(ClientSession connection, SftpClient sftp, String directory, Deadline deadline) {
    this.sftp = sftp;
    this.directory = directory;
    var _ =
        done.orTimeout(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, _) -> connection.close(true));
  }

  SftpClient sftp() {
    return sftp;
  }

  String place(StorePath path) {
    return place(path.segments());
  }

  String place(List<String> names) {
    return directory + "/" + String.join("/", names);
  }

  /** What stands at a place, empty if nothing does. */
  Optional<SftpClient.Attributes> look(String place) throws StoreFailure {
    try {
      return Optional.of(sftp.stat(place));
    } catch (SftpException refused) {
      if (refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
          || refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
        return Optional.empty();
      }
      throw Failures.of(refused);
    } catch (IOException broken) {
      throw Failures.of(broken);
    }
  }

  void demandDirectory() throws StoreFailure {
    if (look(directory + "/").filter(SftpClient.Attributes::isDirectory).isEmpty()) {
      throw StoreFailure.target(
          "no-directory",
          "The directory '" + directory + "' does not exist. Create it, or name another.");
    }
  }

  /** Makes these folders below the directory where they are missing. */
  String made(List<String> names) throws StoreFailure {
    for (int depth = 1; depth <= names.size(); depth++) {
      var folder = place(names.subList(0, depth));
      if (look(folder).isEmpty()) {
        make(folder);
      }
    }
    return names.isEmpty() ? directory : place(names);
  }

  /** Whether a file can take another's place in one step. */
  boolean replaces() {
    return posixRename().isSupported();
  }

  OpenSSHPosixRenameExtension posixRename() {
    return sftp.getExtension(OpenSSHPosixRenameExtension.class);
  }

  @Override
  public void close() {
    try {
      sftp.close();
    } catch (IOException _) {
      // Broken off already; the connection goes with it.
    }
    done.complete(null);
  }

  private void make(String folder) throws StoreFailure {
    try {
      sftp.mkdir(folder);
    } catch (IOException refused) {
      if (look(folder).isEmpty()) {
        throw Failures.of(refused);
      }
    }
  }
}
