package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;

/** A folder of the store where files are sent to before they are put in their place. */
final class Workshop {
  private static final int CHUNK = 64 << 10;

  private final Session session;

  Workshop(Session session) {
    this.session = session;
  }

  /** Sends a file until it is whole there; takes it away if that fails and the server is there. */
  String send(FileToStore file) throws StoreFailure {
    var part = part();
    boolean whole = false;
    try {
      copy(file, part);
      force(part);
      demandLength(part, file.length());
      whole = true;
      return part;
    } catch (IOException failure) {
      throw Failures.of(failure);
    } finally {
      if (!whole) {
        discard(part);
      }
    }
  }

  /** Takes a part away; one that stays is swept another day. */
  void discard(String part) {
    try {
      session.sftp().remove(part);
    } catch (IOException _) {
      // Gone already, or out of reach: nobody sees it.
    }
  }

  void tryOut() throws StoreFailure {
    var part = part();
    try {
      session.sftp().open(part, EnumSet.of(OpenMode.Write, OpenMode.Create)).close();
      session.sftp().remove(part);
    } catch (IOException refused) {
      throw Failures.of(refused);
    }
  }

  int sweep(Instant before) throws StoreFailure {
    var folder = session.made(List.of(StorePath.WORKSHOP));
    int swept = 0;
    try {
      for (var entry : session.sftp().readEntries(folder)) {
        if (entry.getFilename().endsWith(".part")
            && !entry.getAttributes().getModifyTime().toInstant().isAfter(before)) {
          session.sftp().remove(folder + "/" + entry.getFilename());
          swept++;
        }
      }
      return swept;
    } catch (IOException refused) {
      throw Failures.of(refused);
    }
  }

  private String part() throws StoreFailure {
    return session.made(List.of(StorePath.WORKSHOP)) + "/" + UUID.randomUUID() + ".part";
  }

  private void copy(FileToStore file, String part) throws IOException {
    var modes = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive);
    try (var in = file.open();
        var out = session.sftp().write(part, modes)) {
      var chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
      }
    }
  }

  private void force(String part) throws IOException {
    var fsync = session.sftp().getExtension(OpenSSHFsyncExtension.class);
    if (fsync.isSupported()) {
      try (var opened = session.sftp().open(part, OpenMode.Write)) {
        fsync.fsync(opened);
      }
    }
  }

  private void demandLength(String part, long length) throws StoreFailure {
    if (session.look(part).filter(it -> it.getSize() == length).isEmpty()) {
      throw StoreFailure.retryable("cut-short", "The server kept less than was sent.");
    }
  }
}
